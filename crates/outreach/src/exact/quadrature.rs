//! Gauss–Jacobi quadrature: expectations of polynomials in Beta rates, exact up to rounding.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::interruption::look;
use crate::{Beta, Campaign, Kind, Parameter, Pmf};

/// With at most two uncertain rates and a thousand calls: the law given the rates is a polynomial of degree at most
/// `calls` in each, so ⌈(calls + 1) / 2⌉ nodes per rate integrate it exactly.
///
/// Costs the square of the calls per node: some 10 ms for a hundred calls and two rates, seconds for a thousand.
///
/// # Errors
/// Why there is none.
pub(crate) fn yield_law(campaign: &Campaign) -> Result<Pmf, String> {
    const MOST_CALLS: u32 = 1000;
    let uncertain = campaign.uncertain();
    if campaign.solves_uncertain_odds() {
        return Err("the reading `overall` solves and clamps the odds of each draw".to_owned());
    }
    if uncertain.len() > 2 {
        let keys: Vec<_> = uncertain.iter().map(|(parameter, _)| parameter.key()).collect();
        return Err(format!("calls that share a rate are told apart later, and {} are uncertain", keys.join(", ")));
    }
    // What was made so far has its degree in the likelihood.
    let calls = campaign.calls() + campaign.so_far().map_or(0, |so_far| so_far.all_attempts());
    if calls > MOST_CALLS {
        return Err(format!("{calls} calls are more than the {MOST_CALLS} that quadrature is exact for"));
    }
    let nodes = (calls as usize + 1).div_ceil(2);
    let axis = |index: usize| {
        let drawn = uncertain.get(index).map(|&(parameter, beta)| (parameter, gauss_jacobi(beta, nodes)));
        // An axis that is not there has one node that sets nothing.
        drawn.map_or_else(
            || vec![(None, 1.0)],
            |(parameter, nodes)| nodes.into_iter().map(|(value, weight)| (Some((parameter, value)), weight)).collect(),
        )
    };
    let (outer, inner) = (axis(0), axis(1));
    // One sum per outer node, added in their order: no scheduling changes a bit.
    let sums: Vec<Vec<f64>> = outer.par_iter().map(|node| row(campaign, *node, &inner)).collect();
    let mut masses = vec![0.0; campaign.calls() as usize + 1];
    for sum in sums {
        masses.iter_mut().zip(sum).for_each(|(mass, part)| *mass += part);
    }
    Ok(Pmf::from_masses(0, masses).expect("a mixture of laws"))
}

/// A value for a rate, and its weight.
type Node = (Option<(Parameter, f64)>, f64);

/// The part of the mixture at one node of the first rate.
fn row(campaign: &Campaign, (outer, outer_weight): Node, inner: &[Node]) -> Vec<f64> {
    /// Below this no probability changes by 1e-9.
    const NEGLIGIBLE: f64 = 1e-22;
    let mut masses = vec![0.0; campaign.calls() as usize + 1];
    for &(inner, inner_weight) in inner {
        look();
        let weight = outer_weight * inner_weight;
        if weight < NEGLIGIBLE {
            continue;
        }
        let drawn: Vec<_> = outer.into_iter().chain(inner).collect();
        let weight = weight * campaign.likelihood(&drawn);
        let trees = campaign.trees_at(&drawn);
        let [cold, warm] = Kind::ALL.map(|kind| {
            Pmf::binomial(campaign.attempts(kind), trees[kind.index()].held()).without_masses_below(NEGLIGIBLE)
        });
        let law = cold.convolve(&warm);
        masses[law.first()..].iter_mut().zip(law.masses()).for_each(|(sum, mass)| *sum += weight * mass);
    }
    masses
}

/// Nodes in (0, 1) with weights that sum to 1.
///
/// # Formula
/// ```text
/// Σ weight · f(node) = E[f(rate)],  rate ~ Beta(a, b),  for every polynomial f of degree < 2 · nodes
/// ```
/// The nodes are the eigenvalues of the recurrence of the orthogonal polynomials, the weights the squares of the first
/// components of its eigenvectors. Costs some 10 ns times the square of the number of nodes.
///
/// Source: Golub and Welsch, *Calculation of Gauss quadrature rules*, 1969.
pub(crate) fn gauss_jacobi(rate: Beta, nodes: usize) -> Vec<(f64, f64)> {
    let (a, weight) = (rate.alpha(), rate.alpha() + rate.beta());
    let diagonal = (0..nodes).map(|k| match k as f64 {
        0.0 => rate.mean(),
        k => (2.0 * k * (k + weight - 1.0) + a * (weight - 2.0)) / ((2.0 * k + weight - 2.0) * (2.0 * k + weight)),
    });
    let beside = (1..nodes).map(|k| match k as f64 {
        1.0 => rate.variance().sqrt(),
        k => {
            let twice = 2.0 * k + weight - 2.0;
            let above = k * (k + a - 1.0) * (k + rate.beta() - 1.0) * (k + weight - 2.0);
            (above / (twice * twice * (twice + 1.0) * (twice - 1.0))).sqrt()
        }
    });
    eigenvalues(diagonal.collect(), beside.chain([0.0]).collect())
}

/// The eigenvalues of a symmetric tridiagonal matrix, each with the square of its eigenvector's first component:
/// the implicit QL method, which turns the matrix by plane rotations until nothing is left beside the diagonal.
///
/// Source: Dubrulle, Martin and Wilkinson, *The implicit QL algorithm*, 1968.
#[expect(clippy::many_single_char_names, reason = "the names of the source's algorithm")]
fn eigenvalues(mut diagonal: Vec<f64>, mut beside: Vec<f64>) -> Vec<(f64, f64)> {
    let n = diagonal.len();
    let mut first = vec![0.0; n];
    first[0] = 1.0;
    for l in 0..n {
        // Two or three turns are the rule.
        for _ in 0..100 {
            let small = |m: &usize| beside[*m].abs() <= f64::EPSILON * (diagonal[*m].abs() + diagonal[m + 1].abs());
            let m = (l..n - 1).find(small).unwrap_or(n - 1);
            if m == l {
                break;
            }
            let shift = (diagonal[l + 1] - diagonal[l]) / (2.0 * beside[l]);
            let radius = shift.hypot(1.0);
            let mut g = diagonal[m] - diagonal[l] + beside[l] / (shift + radius.copysign(shift));
            let (mut sine, mut cosine, mut carried) = (1.0, 1.0, 0.0);
            let mut split = false;
            for i in (l..m).rev() {
                let f = sine * beside[i];
                let b = cosine * beside[i];
                let radius = f.hypot(g);
                beside[i + 1] = radius;
                if radius == 0.0 {
                    diagonal[i + 1] -= carried;
                    beside[m] = 0.0;
                    split = true;
                    break;
                }
                (sine, cosine) = (f / radius, g / radius);
                g = diagonal[i + 1] - carried;
                let turned = (diagonal[i] - g) * sine + 2.0 * cosine * b;
                carried = sine * turned;
                diagonal[i + 1] = g + carried;
                g = cosine * turned - b;
                (first[i + 1], first[i]) =
                    (sine * first[i] + cosine * first[i + 1], cosine * first[i] - sine * first[i + 1]);
            }
            if !split {
                diagonal[l] -= carried;
                beside[l] = g;
                beside[m] = 0.0;
            }
        }
    }
    diagonal.into_iter().zip(first).map(|(node, component)| (node.clamp(0.0, 1.0), component * component)).collect()
}
