//! Functions of one number with one peak.

/// Where a function with one peak is highest, ends included, and how high.
pub(crate) fn highest([low, high]: [f64; 2], f: impl Fn(f64) -> f64) -> (f64, f64) {
    /// Points before the search: rates of one in a thousand and of nearly all have some near them.
    const POINTS: u32 = 24;
    /// What is left of a span after a step of the golden section.
    const KEPT: f64 = 0.618_033_988_749_894_8;
    let place = |point: u32| {
        let sine = libm::sin(std::f64::consts::FRAC_PI_2 * f64::from(point) / f64::from(POINTS));
        low + (high - low) * sine * sine
    };
    let at = |x: f64| (x, f(x));
    let best = |one: (f64, f64), other: (f64, f64)| if other.1 > one.1 { other } else { one };
    let points: Vec<_> = (0..=POINTS).map(|point| at(place(point))).collect();
    let peak = (0..points.len()).fold(0, |peak, point| if points[point].1 > points[peak].1 { point } else { peak });
    let (mut a, mut b) = (points[peak.saturating_sub(1)].0, points[(peak + 1).min(points.len() - 1)].0);
    let (mut left, mut right) = (at(b - KEPT * (b - a)), at(a + KEPT * (b - a)));
    while b - a > 1e-11 * (a + b) && b - a > 1e-15 {
        if left.1 >= right.1 {
            (b, right) = (right.0, left);
            left = at(b - KEPT * (b - a));
        } else {
            (a, left) = (left.0, right);
            right = at(a + KEPT * (b - a));
        }
    }
    best(points[peak], best(left, right))
}

/// The last point on the way from one that is inside to an end that is still inside.
pub(crate) fn edge(inside: f64, end: f64, is_inside: impl Fn(f64) -> bool) -> f64 {
    if is_inside(end) {
        return end;
    }
    let (mut inside, mut outside) = (inside, end);
    for _ in 0..60 {
        let middle = f64::midpoint(inside, outside);
        *(if is_inside(middle) { &mut inside } else { &mut outside }) = middle;
    }
    inside
}
