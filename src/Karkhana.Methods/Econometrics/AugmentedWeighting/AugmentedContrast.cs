using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Augmented differences of the units that were kept, with the contributions of all units.</summary>
/// <param name="Att">For the treated.</param>
/// <param name="Ate">For all.</param>
/// <param name="AttContributions">Contributions to the first; 0 for units left out.</param>
/// <param name="AteContributions">Contributions to the second.</param>
internal sealed record AugmentedContrast(double Att, double Ate, double[] AttContributions, double[] AteContributions)
{
    /// <param name="outcome">The outcome of each unit.</param>
    /// <param name="treatment">0 or 1.</param>
    /// <param name="fit">The models.</param>
    /// <param name="kept">The units that were kept; both kinds among them.</param>
    public static AugmentedContrast Of(double[] outcome, double[] treatment, CrossFit fit, int[] kept)
    {
        int[] treated = [.. kept.Where(unit => treatment[unit] == 1)];
        int[] controls = [.. kept.Where(unit => treatment[unit] == 0)];
        double[] att = new double[outcome.Length];
        double[] ate = new double[outcome.Length];
        double Above(int unit) => outcome[unit] - fit.Untreated[unit];
        double Odds(int unit) => fit.Scores[unit] / (1 - fit.Scores[unit]);
        double ofTreated = Centre(treated, Above, _ => 1, att, 1);
        double ofControls = Centre(controls, Above, Odds, att, -1);
        double lines = Centre(kept, unit => fit.Treated[unit] - fit.Untreated[unit], _ => 1, ate, 1);
        double upper = Centre(treated, unit => outcome[unit] - fit.Treated[unit], unit => 1 / fit.Scores[unit], ate, 1);
        double lower = Centre(controls, Above, unit => 1 / (1 - fit.Scores[unit]), ate, -1);
        return new AugmentedContrast(ofTreated - ofControls, lines + upper - lower, att, ate);
    }

    /// <summary>Gives a weighted mean and adds the contributions of its units.</summary>
    private static double Centre(int[] units, Func<int, double> value, Func<int, double> weight, double[] contributions, int sign)
    {
        double[] values = [.. units.Select(value)];
        double[] weights = [.. units.Select(weight)];
        double sum = Sums.Sum(weights);
        double mean = Sums.Dot(weights, values) / sum;
        for (int place = 0; place < units.Length; place++)
        {
            contributions[units[place]] += sign * weights[place] * (values[place] - mean) / sum;
        }

        return mean;
    }
}
