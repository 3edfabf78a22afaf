//! Random numbers for campaigns side by side.
#![expect(clippy::inline_always, reason = "it has to be compiled for the instruction set of its caller")]

/// This many campaigns are played side by side. Part of the results' definition: another number is a value-breaking change.
pub(crate) const LANES: usize = 64;

/// Something of each campaign.
pub(crate) type Lanes<T> = [T; LANES];

/// Generators side by side: a step of each gives a 16-bit number for every lane. Each of its operations depends on the one before,
/// so that with half as many a processor would wait; and the compiler leaves loops of eight rounds one by one.
const WIDTH: usize = LANES / 4;

/// Lanes that begin where a line of the cache does: what crosses lines takes longer to write and to read again.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(crate) struct Aligned<T>(pub(crate) T);

/// Sixteen xoshiro256++ generators in plain arrays: loops over them become vector instructions.
///
/// Source: Blackman and Vigna, *Scrambled linear pseudorandom number generators*, 2021.
#[derive(Debug, Clone)]
#[repr(align(64))]
pub(crate) struct Generator {
    state: [[u64; WIDTH]; 4],
}

impl Generator {
    /// Sixteen states of 32 bytes each.
    pub(crate) fn from_states(mut next: impl FnMut() -> [u8; 32]) -> Self {
        let mut state = [[0; WIDTH]; 4];
        for generator in 0..WIDTH {
            for (word, bytes) in state.iter_mut().zip(next().as_chunks().0) {
                word[generator] = u64::from_le_bytes(*bytes);
            }
        }
        Self { state }
    }

    #[inline(always)]
    fn step(&mut self) -> [u64; WIDTH] {
        let [a, b, c, d] = &mut self.state;
        let mut numbers = [0; WIDTH];
        for i in 0..WIDTH {
            numbers[i] = a[i].wrapping_add(d[i]).rotate_left(23).wrapping_add(a[i]);
            let shifted = b[i] << 17;
            c[i] ^= a[i];
            d[i] ^= b[i];
            b[i] ^= c[i];
            a[i] ^= d[i];
            c[i] ^= shifted;
            d[i] = d[i].rotate_left(45);
        }
        numbers
    }

    /// The next two 8-bit numbers of every lane: lane 8 i + j has the bits from 8 j up of generator i, and of generator i + 8.
    #[inline(always)]
    pub(crate) fn bytes(&mut self) -> [Lanes<u8>; 2] {
        let numbers = Aligned(self.step());
        let mut drawn = [[0; LANES]; 2];
        for (drawn, number) in drawn.as_flattened_mut().chunks_exact_mut(8).zip(numbers.0) {
            for (j, drawn) in drawn.iter_mut().enumerate() {
                *drawn = (number >> (8 * j)) as u8;
            }
        }
        drawn
    }

    /// The next 16-bit number of every lane: lane 4 i + j has the bits from 16 j up of generator i, on any machine.
    #[inline(always)]
    pub(crate) fn words(&mut self) -> Lanes<u16> {
        let numbers = Aligned(self.step());
        let mut drawn = [0; LANES];
        for (drawn, number) in drawn.chunks_exact_mut(4).zip(numbers.0) {
            for (j, drawn) in drawn.iter_mut().enumerate() {
                *drawn = (number >> (16 * j)) as u16;
            }
        }
        drawn
    }

    /// The next 64-bit number of every lane: lane 16 i + j has the number of generator j in step i.
    #[inline(always)]
    pub(crate) fn numbers(&mut self) -> Lanes<u64> {
        let mut drawn = [0; LANES];
        for drawn in drawn.chunks_exact_mut(WIDTH) {
            drawn.copy_from_slice(&self.step());
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::Xoshiro256PlusPlus;
    use rand::{Rng, SeedableRng};

    use super::*;

    #[test]
    fn each_generator_is_that_of_the_crate() {
        let state = |generator: u8| [generator + 1; 32];
        let mut states = (0..).map(state);
        let mut generator = Generator::from_states(|| states.next().expect("it has no end"));
        let mut theirs: Vec<_> = (0..WIDTH as u8).map(|i| Xoshiro256PlusPlus::from_seed(state(i))).collect();
        for _ in 0..100 {
            let bytes: Vec<u8> = theirs.iter_mut().flat_map(|theirs| theirs.next_u64().to_le_bytes()).collect();
            assert_eq!(generator.bytes().as_flattened(), bytes);
            let words: Vec<u16> = theirs
                .iter_mut()
                .flat_map(|theirs| {
                    let number = theirs.next_u64();
                    [0, 16, 32, 48].map(|shift| (number >> shift) as u16)
                })
                .collect();
            assert_eq!(generator.words().as_slice(), words);
            let numbers: Vec<u64> = (0..LANES).map(|lane| theirs[lane % WIDTH].next_u64()).collect();
            assert_eq!(generator.numbers().as_slice(), numbers);
        }
    }
}
