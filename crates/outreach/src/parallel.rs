//! Work on all threads: rayon's. In the browser, which has one, the same names for work in order.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod prelude {
    pub(crate) use rayon::current_num_threads;
    pub(crate) use rayon::iter::{IntoParallelIterator, ParallelIterator};
}

/// What rayon does on one thread, without the pool that it brings along.
#[cfg(target_arch = "wasm32")]
pub(crate) mod prelude {
    pub(crate) fn current_num_threads() -> usize {
        1
    }

    pub(crate) trait IntoParallelIterator: IntoIterator + Sized {
        fn into_par_iter(self) -> InOrder<Self::IntoIter> {
            InOrder(self.into_iter())
        }
    }

    impl<I: IntoIterator> IntoParallelIterator for I {}

    pub(crate) struct InOrder<I>(I);

    impl<I: Iterator> InOrder<I> {
        pub(crate) fn map<T>(self, map: impl FnMut(I::Item) -> T) -> InOrder<impl Iterator<Item = T>> {
            InOrder(self.0.map(map))
        }

        pub(crate) fn collect<C: FromIterator<I::Item>>(self) -> C {
            self.0.collect()
        }

        pub(crate) fn reduce(
            self,
            start: impl FnOnce() -> I::Item,
            join: impl FnMut(I::Item, I::Item) -> I::Item,
        ) -> I::Item {
            self.0.fold(start(), join)
        }
    }
}
