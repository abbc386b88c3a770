using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression on the outcome's own past with unit effects, by difference GMM.</summary>
public static class DynamicPanelGmm
{
    internal const string Source = "Arellano & Bond 1991, doi:10.2307/2297968; Windmeijer 2005, doi:10.1016/j.jeconom.2004.02.005; Roodman 2009, doi:10.1111/j.1468-0084.2008.00542.x";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// The equation in first differences takes out unit effects; levels of the outcome first_lag to last_lag periods back
    /// are instruments for its differenced lags, one column per period and lag (0 where missing) or per lag (collapse), and
    /// the other differenced terms are their own instruments. One step: W = (Σ Z_i'H Z_i)⁻¹, H with 2 on the diagonal and
    /// −1 beside it, robust errors. Two steps: W = S⁻¹, S = Σ Z_i'e_i e_i'Z_i of the first step, errors corrected for the
    /// estimated weight (Windmeijer 2005). Sargan: g'S⁻¹g, g = Z'e. m1 and m2: z tests of residuals one and two periods
    /// apart; m2 must be small, for instruments two periods back rest on it. Assumes errors without correlation over time and
    /// other terms that do not answer to past errors. Lags count periods that occur in the sample.
    /// Cost: units × instruments², and instruments³. Source: Arellano and Bond 1991, doi:10.2307/2297968; Windmeijer 2005,
    /// doi:10.1016/j.jeconom.2004.02.005; Roodman 2009, doi:10.1111/j.1468-0084.2008.00542.x (collapse).
    /// Agrees with: plm 2.6-2 pgmm, relative 1e-5.
    /// </remarks>
    /// <param name="sample">The panel.</param>
    /// <param name="options">Outcome, terms with lags, instruments, steps.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">There are too few periods, rows or instruments, or a unit has two rows of one period.</exception>
    public static DynamicPanelGmmResult Estimate(
        PanelSample sample, DynamicPanelGmmOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(options.LastLag >= options.FirstLag, nameof(options.LastLag), FormattableString.Invariant(
            $"must be at least first_lag = {options.FirstLag}; it was {options.LastLag}"));
        DifferencedPanel panel = DifferencedPanel.Of(sample, options);
        Require.That(panel.Units.Length > 1, nameof(sample.Unit), FormattableString.Invariant(
            $"must be at least two units with all differences; there were {panel.Units.Length}"));
        GmmFit first = new(panel.Units, GmmFit.FirstMoments(panel.Units));
        Require.That(first.Rank >= first.Estimates.Count && first.TermRank == first.Estimates.Count, nameof(options.Regressors), FormattableString.Invariant(
            $"must be told apart by the instruments; {first.Rank} instruments tell {first.TermRank} of {first.Estimates.Count} terms apart"));
        cancellationToken.ThrowIfCancellationRequested();
        Matrix<double> squares = first.MomentSquares();
        GmmFit fit = options.Steps == GmmSteps.One ? first : new GmmFit(panel.Units, squares);
        Matrix<double> covariance = options.Steps == GmmSteps.One ? first.Robust() : fit.Corrected(first);
        return Report(options, panel, fit, squares, covariance);
    }

    private static DynamicPanelGmmResult Report(
        DynamicPanelGmmOptions options, DifferencedPanel panel, GmmFit fit, Matrix<double> squares, Matrix<double> covariance)
    {
        string[] names = panel.Names;
        Vector<double> moments = fit.Scores().Aggregate((left, right) => left + right);
        Matrix<double> inverse = GmmFit.Inverse(squares, out int rank);
        return new DynamicPanelGmmResult
        {
            Coefficients = CoefficientTable.Normal(
                names, [.. fit.Estimates.Take(names.Length)], [.. covariance.Diagonal().Take(names.Length).Select(Math.Sqrt)], options.Level),
            Covariance = covariance.SubMatrix(0, names.Length, 0, names.Length).ToRowMajorArray(),
            PeriodEffects = [.. fit.Estimates.Skip(names.Length)],
            Sargan = new WaldTest(moments * (inverse * moments), rank - fit.Estimates.Count),
            FirstOrder = fit.SerialCorrelation(1, covariance),
            SecondOrder = fit.SerialCorrelation(2, covariance),
            Instruments = squares.Diagonal().Count(value => value > 0),
            Units = panel.Units.Length,
            Rows = panel.Rows,
            Notes = [.. Notes(panel, squares, rank)],
            Provenance = new Provenance(
                "econometrics.dynamic-panel-gmm",
                FormattableString.Invariant(
                    $"outcome = {options.Outcome}, steps = {options.Steps}, first_lag = {options.FirstLag}, last_lag = {options.LastLag}, collapse = {options.Collapse}, time_effects = {options.TimeEffects}"),
                Source),
        };
    }

    private static IEnumerable<Note> Notes(DifferencedPanel panel, Matrix<double> squares, int rank)
    {
        foreach (Note note in panel.Notes)
        {
            yield return note;
        }

        int instruments = squares.Diagonal().Count(value => value > 0);
        if (instruments > panel.Units.Length || rank < instruments)
        {
            yield return new Note("many-instruments", Severity.Warning, FormattableString.Invariant(
                $"{instruments} instruments for {panel.Units.Length} units: estimates lean towards those without instruments and the Sargan test hardly rejects. Take fewer lags or collapse = true."));
        }

        if (!panel.EvenlySpaced)
        {
            yield return new Note("uneven-periods", Severity.Warning, "Periods are not evenly spaced; a lag is the period before in the sample, however long ago.");
        }
    }
}
