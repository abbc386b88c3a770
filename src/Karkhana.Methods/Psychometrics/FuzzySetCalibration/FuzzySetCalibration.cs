using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Turns a variable into degrees of membership of a set.</summary>
public static class FuzzySetCalibration
{
    internal const string Source = "Ragin 2008, Redesigning Social Inquiry, chapter 5, doi:10.7208/chicago/9780226702797.001.0001";

    /// <summary>Calibrates by the direct method.</summary>
    /// <remarks>
    /// Anchors l &lt; c &lt; u: quantiles of the sample (linear interpolation, position (n − 1)p + 1), or values that
    /// theory gives. membership = 1/(1 + exp(−3 d/(u − c))) for d = x − c ≥ 0, 1/(1 + exp(−3 d/(c − l))) below: odds of
    /// e³ at u and e⁻³ at l. Quantiles that fall together make membership jump there: 0.5 at c, else 0 or 1, with a
    /// note. A missing value has none. Cost: n log n.
    /// Source: Ragin 2008, Redesigning Social Inquiry, chapter 5. Agrees with: the formula in R 4.2, relative 1e-9.
    /// </remarks>
    /// <param name="values">The variable; NaN is missing.</param>
    /// <param name="options">Anchors.</param>
    /// <param name="execution">Not used: the cost is one sort.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One membership per value.</returns>
    /// <exception cref="ArgumentException">No value is known, one is infinite, or the anchors are not in
    /// order.</exception>
    public static FuzzySetCalibrationResult Estimate(
        IReadOnlyList<double> values,
        FuzzySetCalibrationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new FuzzySetCalibrationOptions();
        Require.Finite([.. values.Where(value => !double.IsNaN(value))], nameof(values));
        FuzzySetAnchors anchors = AnchorsOf(values, options);
        double[] memberships = [.. values.Select(anchors.Membership)];
        return new FuzzySetCalibrationResult
        {
            Values = [.. values],
            Memberships = memberships,
            Anchors = [anchors.Lower, anchors.Crossover, anchors.Upper],
            Notes = anchors.Jumps
                ? [new Note("anchors-together", Severity.Warning, FormattableString.Invariant(
                    $"Two anchors fall together ({anchors.Lower}, {anchors.Crossover}, {anchors.Upper}); membership jumps there. Give the three values that the set means."))]
                : [],
            Provenance = new Provenance(
                "psychometrics.fuzzy-set-calibration",
                FormattableString.Invariant(
                    $"lower = {anchors.Lower}, crossover = {anchors.Crossover}, upper = {anchors.Upper}"),
                Source),
        };
    }

    private static FuzzySetAnchors AnchorsOf(IReadOnlyList<double> values, FuzzySetCalibrationOptions options)
    {
        if (options is { Lower: null, Crossover: null, Upper: null })
        {
            return options.Anchors(values);
        }

        Require.That(
            options.Lower < options.Crossover && options.Crossover < options.Upper, nameof(options.Crossover),
            FormattableString.Invariant($"must lie between lower and upper, and all three must be given; they were {options.Lower}, {options.Crossover} and {options.Upper}"));
        return new FuzzySetAnchors(options.Lower!.Value, options.Crossover!.Value, options.Upper!.Value);
    }
}
