//! Integrals of functions with one peak over the whole line, by the trapezoidal rule: for smooth functions its error falls
//! exponentially with the number of points.

/// Where the last integrand had its peak, and the step that sufficed: where to begin with the next one, its neighbour.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Last(Option<(f64, f64)>);

/// The coarsest step.
const COARSEST: f64 = 0.5;

/// ln ∫ e^f.
pub(super) fn log_integral(f: impl Fn(f64) -> f64, last: &mut Last) -> f64 {
    /// Twice as many points have changed the sum by less than this: the error of the last sum is about its square.
    const ENOUGH: f64 = 1e-8;
    /// Steps that are halved more often belong to no density of ours.
    const MOST_HALVINGS: u32 = 24;
    let (at, most) = peak(&f, *last);
    let mut step = last.0.map_or(COARSEST, |(_, step)| (2.0 * step).min(COARSEST));
    let mut sum = sum_beside(&f, at, most, step, 0.0);
    for _ in 0..MOST_HALVINGS {
        let refined = 0.5 * (sum + sum_beside(&f, at, most, step, 0.5 * step));
        let change = (refined - sum).abs();
        (sum, step) = (refined, 0.5 * step);
        if change <= ENOUGH * refined {
            break;
        }
    }
    *last = Last(Some((at, step)));
    most + libm::log(sum)
}

/// step · Σ e^(f − most) over the points at + offset + step · integer, outwards until they are nothing.
fn sum_beside(f: &impl Fn(f64) -> f64, at: f64, most: f64, step: f64, offset: f64) -> f64 {
    /// Terms less than e^−this are left out.
    const NEGLIGIBLE: f64 = 42.0;
    let side = |mut x: f64, step: f64| {
        let mut sum = 0.0;
        loop {
            let log = f(x) - most;
            // What is not a number lies beyond all numbers.
            if log.is_nan() || log <= -NEGLIGIBLE {
                return sum;
            }
            sum += libm::exp(log);
            x += step;
        }
    };
    let below = if offset > 0.0 { at - offset } else { at - step };
    step * (side(at + offset, step) + side(below, -step))
}

/// The place and the height of the peak, nearly: uphill with ever smaller steps.
fn peak(f: &impl Fn(f64) -> f64, last: Last) -> (f64, f64) {
    let (mut at, mut step, smallest) = last.0.map_or((0.0, 8.0, 1e-7), |(at, step)| (at, 2.0 * step, step));
    let mut most = f(at);
    while step >= smallest {
        let (up, down) = (f(at + step), f(at - step));
        if up > most && up >= down {
            (at, most) = (at + step, up);
        } else if down > most {
            (at, most) = (at - step, down);
        } else {
            step *= 0.5;
        }
    }
    (at, most)
}
