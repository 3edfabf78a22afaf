//! The campaigns that a comparison names: strategies, settings of their own, scenario files, and numbers of attempts.

use std::path::Path;

use outreach::{Campaign, Strategy};

use crate::error::{Error, Fault, Result, refused};
use crate::need::Asked;
use crate::read::{Layers, Resolved, Setting};

/// What is compared where nothing is named.
pub const USUAL: [&str; 3] = ["cold", "mixed", "referral-heavy"];

/// A campaign with the scenario that it comes from.
pub type Variant = (Resolved, Asked, Campaign);

/// The settings of the scenario file that a word names, if it names one.
pub type File<'a> = &'a dyn Fn(&str) -> Option<Result<Vec<Setting>>>;

/// Whether a word names a scenario file: one that is there, or one with an ending that may be missing.
pub fn is_file(word: &str, is_there: bool) -> bool {
    is_there || !Strategy::NAMES.contains(&word) && !word.contains('=') && Path::new(word).extension().is_some()
}

/// The campaign of each strategy; with several numbers of attempts per contact one for each of them, of the same contacts or of
/// as many calls.
///
/// # Errors
/// For a word that is no strategy, no setting and no file, and for values that do not go together.
///
/// ```
/// use outreach_io::ask::variants;
/// use outreach_io::{Layers, Setting};
///
/// let strategies = ["cold".to_owned(), "warm=15 cold.meeting=beta(2, 18)".to_owned()];
/// let layers = Layers { flags: vec![Setting::new("calls", "75")?], ..Layers::default() };
/// let compared = variants::campaigns(&strategies, &[], &layers, &|_| None)?;
/// assert_eq!(compared.iter().map(|(.., campaign)| campaign.warm_attempts()).collect::<Vec<_>>(), [0, 15]);
/// # Ok::<(), outreach_io::Error>(())
/// ```
pub fn campaigns(strategies: &[String], most: &[String], layers: &Layers, file: File<'_>) -> Result<Vec<Variant>> {
    if most.is_empty() {
        return strategies.iter().map(|strategy| campaign(layers, strategy, file)).collect();
    }
    let calls = layers.said("calls").filter(|_| layers.said("contacts").is_none()).map(str::to_owned);
    let shared = layers.clone().without("max_attempts").without("calls");
    let mut campaigns = Vec::new();
    for strategy in strategies {
        for most in most {
            let mut layers = shared.clone();
            layers.flags.push(Setting::new("max_attempts", most.as_str())?);
            let Some(calls) = &calls else {
                let (resolved, asked, campaign) = campaign(&layers, strategy, file)?;
                campaigns.push((resolved, asked, campaign.named(format!("{strategy} ({})", up_to(most)))));
                continue;
            };
            // At equal calls: as many contacts as take them on average.
            layers.variables.push(Setting::new("contacts", calls.as_str())?);
            let (resolved, asked, campaign) = campaign(&layers, strategy, file)?;
            let campaign = campaign.of_as_many_attempts(campaign.calls())?;
            let contacts = campaign.calls();
            let noun = if contacts == 1 { "contact" } else { "contacts" };
            let name = format!("{strategy} ({contacts} {noun}, {})", up_to(most));
            campaigns.push((resolved, asked, campaign.named(name)));
        }
    }
    Ok(campaigns)
}

/// What is in force where a strategy sets nothing of its own; nothing where these settings alone are no campaign.
pub fn in_force(layers: &Layers) -> Option<Campaign> {
    layers.resolved().ok()?.scenario.campaign(Strategy::mixed()).ok()
}

fn up_to(most: &str) -> String {
    format!("up to {most} {}", if most == "1" { "call" } else { "calls" })
}

/// The campaign of a strategy by its name, of settings (`warm=15`), or of a scenario file; these bear their own name.
fn campaign(layers: &Layers, strategy: &str, file: File<'_>) -> Result<Variant> {
    if Strategy::NAMES.contains(&strategy) {
        let resolved = layers.resolved()?;
        let campaign = resolved.scenario.campaign(Strategy::named(strategy)?)?;
        return Ok((resolved, Asked::Compare(false), campaign));
    }
    let found = file(strategy);
    if strategy.contains('=') && found.is_none() {
        let mut layers = layers.clone();
        layers.variant = settings(strategy)?;
        let resolved = layers.resolved()?;
        let campaign = resolved.scenario.campaign_named(strategy.to_owned(), Strategy::mixed().supply())?;
        return Ok((resolved, Asked::Compare(true), campaign));
    }
    let Some(found) = found else {
        let accepted = Strategy::NAMES.into_iter().chain(["settings (warm=15)", "a scenario file"]);
        return Err(Error::WrongSettings(vec![Fault::unknown("strategy", strategy, accepted)]));
    };
    let resolved = Layers { file: found?, ..layers.clone() }.resolved()?;
    // Before its number a bare `-` would be a minus.
    let path = Path::new(if strategy == "-" { "stdin" } else { strategy });
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let campaign = resolved.scenario.campaign_named(name, Strategy::mixed().supply())?;
    Ok((resolved, Asked::Compare(true), campaign))
}

/// The settings of a variant, apart: `warm=15 cold.meeting=beta(2, 18)`.
fn settings(variant: &str) -> Result<Vec<Setting>> {
    let mut settings: Vec<String> = Vec::new();
    for word in variant.split_whitespace() {
        match settings.last_mut() {
            // The rest of a value with a blank in it.
            Some(last) if !word.contains('=') => {
                last.push(' ');
                last.push_str(word);
            }
            _ => settings.push(word.to_owned()),
        }
    }
    let setting = |text: &String| match text.split_once('=') {
        Some((_, value)) if value.contains('=') => {
            let apart = text.split([',', ';']).map(str::trim).collect::<Vec<_>>().join(" ");
            Err(refused(|say| say.settings_apart(text, &apart)))
        }
        Some((key, value)) => Setting::new(key.trim(), value.trim()),
        None => Err(refused(|say| say.not_key_and_value(text))),
    };
    settings.iter().map(setting).collect()
}

#[cfg(test)]
mod tests {
    use super::settings;

    #[test]
    fn a_variant_has_several_settings_and_values_with_blanks() {
        let apart = |variant| {
            let settings = settings(variant).expect("settings");
            settings.iter().map(|setting| format!("{}: {}", setting.key(), setting.value())).collect::<Vec<_>>()
        };
        assert_eq!(apart("warm=15 cold.meeting=beta(2, 18)"), ["warm: 15", "cold.meeting: beta(2, 18)"]);
        assert_eq!(apart("cold.meeting=5 %"), ["cold.meeting: 5 %"]);
        let error = settings("warm=5,cold.meeting=7%").expect_err("they are not apart").to_string();
        assert!(error.contains("'warm=5 cold.meeting=7%'"), "{error}");
    }
}
