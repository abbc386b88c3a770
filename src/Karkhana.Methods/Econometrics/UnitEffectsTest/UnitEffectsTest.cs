using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Tests whether units of a panel differ by more than their terms say.</summary>
public static class UnitEffectsTest
{
    internal const string Source =
        "Breusch & Pagan 1980, doi:10.2307/2297111; Baltagi & Li 1990, doi:10.1017/S026646660000503X; Baltagi 2013, Econometric Analysis of Panel Data, chapter 4";

    /// <summary>Tests for fixed and for random unit effects.</summary>
    /// <remarks>
    /// F = ((RSS_p − RSS_w)/df1)/(RSS_w/df2), pooled against within; df2 = N − n − K, df1 = what the within regression
    /// estimates more than the pooled one, n − 1 when every term varies within units. LM = N²/(2(Σ T_i² − N))·
    /// (Σ_i(Σ_t e_it)²/Σ e² − 1)² with pooled residuals e (Baltagi and Li 1990 for units with different numbers of rows),
    /// χ² with one degree of freedom; two-sided, so that correlation below 0 rejects, too. Both assume errors of equal
    /// variance without correlation over time. Cost: two regressions. Source: Breusch and Pagan 1980,
    /// doi:10.2307/2297111; Baltagi and Li 1990, doi:10.1017/S026646660000503X; Baltagi 2013, chapter 4.
    /// Agrees with: plm 2.6-2 pFtest and plmtest, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The panel.</param>
    /// <param name="options">The model.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The tests.</returns>
    /// <exception cref="ArgumentException">A unit has two rows of one period, or there are too few rows.</exception>
    public static UnitEffectsTestResult Estimate(
        PanelSample sample, UnitEffectsTestOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        PanelRows panel = PanelRows.Build(sample, options.Model);
        PanelFit pooled = PanelFit.Plain(panel.Columns, panel.Clusters(), options.Model);
        WithinFit within = WithinFit.Estimate(sample, options.Model, periods: false, execution, cancellationToken);
        double above = pooled.DegreesOfFreedom - within.DegreesOfFreedom;
        return new UnitEffectsTestResult
        {
            FStatistic = (pooled.ResidualSquares - within.ResidualSquares) / above / (within.ResidualSquares / within.DegreesOfFreedom),
            Above = above,
            Below = within.DegreesOfFreedom,
            LagrangeMultiplier = LagrangeMultiplier(panel, pooled),
            Notes = [.. panel.Notes, .. AliasedTerms.Notes(pooled.Fit.Design)],
            Provenance = new Provenance("econometrics.unit-effects-test", FormattableString.Invariant($"outcome = {options.Model.Outcome}"), Source),
        };
    }

    private static double LagrangeMultiplier(PanelRows panel, PanelFit pooled)
    {
        double rows = panel.Rows.Length;
        double together = 0;
        double lengths = 0;
        for (int unit = 0; unit < panel.UnitCount; unit++)
        {
            double sum = Sums.Sum(pooled.Fit.Residuals.AsSpan(panel.Starts[unit], panel.Length(unit)));
            together += sum * sum;
            lengths += (double)panel.Length(unit) * panel.Length(unit);
        }

        double excess = (together / pooled.ResidualSquares) - 1;
        return lengths > rows ? rows * rows / (2 * (lengths - rows)) * excess * excess : double.NaN;
    }
}
