using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Tests a local statistic at every unit by conditional permutation.</summary>
public static class LocalPermutation
{
    internal const string Source =
        "Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Phipson & Smyth 2010, doi:10.2202/1544-6115.1585; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x";

    /// <summary>Computes pseudo p-values, corrects them for the number of units, and names what is significant.</summary>
    /// <remarks>
    /// Null, for each unit: it keeps its value, and its neighbours hold values drawn without replacement from the other
    /// n − 1. p = (1 + m)/(1 + S), m the arrangements at least as extreme, ties included. Folded takes the smaller tail,
    /// as esda and GeoDa do: such a p is half of a two-sided one, and the false discovery rate is then bounded by twice
    /// alpha. q by Benjamini and Hochberg over all units that have neighbours. All units read the same draws, as the
    /// lookup tables of GeoDa do: each p-value has its exact distribution, but those of different units share their Monte
    /// Carlo error. Classes: see <see cref="LocalClass"/>; G and G* call hot spots high-high and cold ones low-low.
    /// Missing values and links of a unit to itself are refused. Cost: S times the links; memory: the draws of a block of
    /// 32 permutations, as long as the longest row. The same bits for any number of workers.
    /// Source: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x, section 2; Anselin 2019, doi:10.1111/gean.12164 (Geary);
    /// Phipson and Smyth 2010, doi:10.2202/1544-6115.1585. Agrees with: the normal test of the conditional moments as
    /// rows grow long.
    /// </remarks>
    /// <param name="units">Values and neighbours; at least three units.</param>
    /// <param name="options">Statistic, coding, permutations, alternative, risk, seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations and between units.</param>
    /// <returns>One row per unit.</returns>
    public static LocalPermutationResult Estimate(
        SpatialValues units,
        LocalPermutationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        options ??= new LocalPermutationOptions();
        SpatialWeights weights = Rows(units.Weights, options);
        Deviations deviations = Deviations.Of(units.Checked(least: 3));
        double[] pValues = new double[units.Count];
        Array.Fill(pValues, double.NaN);
        LocalClass[] classes = new LocalClass[units.Count];
        Array.Fill(classes, LocalClass.Undefined);
        double[] qValues = pValues;
        if (!deviations.AreZero)
        {
            TailCounts counts = Execute(deviations, weights, options, execution, cancellationToken);
            pValues = PValues(counts, deviations, weights, options);
            qValues = MultipleTesting.BenjaminiHochberg(pValues);
            classes = Classify(counts, qValues, deviations, weights, options);
        }

        return new LocalPermutationResult
        {
            Units = weights.Ids,
            Statistic = options.Statistic,
            Estimates = Observed(units, options),
            PValues = pValues,
            QValues = qValues,
            Significant = [.. qValues.Select(q => q <= options.Alpha)],
            Classes = classes,
            Notes = deviations.AreZero ? [SpatialNotes.Constant()] : [.. SpatialNotes.Islands(weights, SpatialNotes.NotComputed), .. Notes(pValues, options)],
            Provenance = new Provenance(
                "spatial.local-permutation",
                FormattableString.Invariant(
                    $"statistic = {options.Statistic}, style = {options.Style}, replicates = {options.Replicates}, alternative = {options.Alternative}, alpha = {options.Alpha}"),
                Source,
                options.Seed),
        };
    }

    private static IReadOnlyList<double> Observed(SpatialValues units, LocalPermutationOptions options) => options.Statistic switch
    {
        LocalStatistic.Moran => LocalMoran.Estimate(units, new LocalMoranOptions { Style = options.Style }).Estimates,
        LocalStatistic.Geary => LocalGeary.Estimate(new SpatialVariables([units.Values], units.Weights), new CodingOptions { Style = options.Style }).Estimates,
        _ => LocalG.Estimate(units, Scores(options)).Estimates,
    };

    private static LocalGOptions Scores(LocalPermutationOptions options) =>
        new() { Style = options.Style, IncludeSelf = options.Statistic == LocalStatistic.GStar };

    // The unit's own share of G* is the same in every arrangement.
    private static SpatialWeights Rows(SpatialWeights weights, LocalPermutationOptions options) =>
        options.Statistic is LocalStatistic.Moran or LocalStatistic.Geary ? weights.Coded(options.Style)
        : options.Statistic == LocalStatistic.G ? LocalG.Coded(weights, Scores(options))
        : LocalG.Coded(weights, Scores(options)).WithoutSelf();

    private static TailCounts Execute(
        Deviations deviations, SpatialWeights weights, LocalPermutationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        IReplicateJob<TailCounts> job = options.Statistic == LocalStatistic.Geary
            ? new LocalPermutationJob<SquaredDifferenceTerm>(deviations.Scores(), weights, options.Replicates, options.Seed)
            : new LocalPermutationJob<LagTerm>(deviations.Z, weights, options.Replicates, options.Seed);
        return ReplicateEngine.Local.Execute(job, execution, cancellationToken);
    }

    private static double[] PValues(
        TailCounts counts, Deviations deviations, SpatialWeights weights, LocalPermutationOptions options)
    {
        double[] pValues = new double[weights.Count];
        for (int unit = 0; unit < pValues.Length; unit++)
        {
            // I_i = z_i lag_i / m2 falls with the lag where z_i is negative, and is 0 in every arrangement where z_i is 0.
            (int greater, int less) = (counts.Greater[unit], counts.Less[unit]);
            if (options.Statistic == LocalStatistic.Moran && deviations.Z[unit] <= 0)
            {
                (greater, less) = deviations.Z[unit] < 0 ? (less, greater) : (options.Replicates, options.Replicates);
            }

            pValues[unit] = weights.IsIsolated(unit) ? double.NaN : PValue(greater, less, options);
        }

        return pValues;
    }

    private static double PValue(int greater, int less, LocalPermutationOptions options)
    {
        double divisor = 1.0 + options.Replicates;
        return options.Alternative switch
        {
            LocalAlternative.Greater => (1 + greater) / divisor,
            LocalAlternative.Less => (1 + less) / divisor,
            LocalAlternative.TwoSided => Math.Min(1, 2 * (1 + Math.Min(greater, less)) / divisor),
            _ => (1 + Math.Min(greater, less)) / divisor,
        };
    }

    private static LocalClass[] Classify(
        TailCounts counts, double[] qValues, Deviations deviations, SpatialWeights weights, LocalPermutationOptions options)
    {
        LocalClass[] classes = new LocalClass[weights.Count];
        for (int unit = 0; unit < classes.Length; unit++)
        {
            LocalQuadrant quadrant = LocalQuadrants.Of(deviations.Z[unit], weights.Lag(unit, deviations.Z));
            classes[unit] = weights.IsIsolated(unit) ? LocalClass.Isolated
                : qValues[unit] <= options.Alpha ? Significant(options.Statistic, quadrant, counts.Greater[unit] < counts.Less[unit])
                : LocalClass.NotSignificant;
        }

        return classes;
    }

    private static LocalClass Significant(LocalStatistic statistic, LocalQuadrant quadrant, bool much) => statistic switch
    {
        LocalStatistic.Moran => OfQuadrant(quadrant),
        LocalStatistic.Geary => much ? LocalClass.Negative
            : quadrant is LocalQuadrant.HighHigh or LocalQuadrant.LowLow ? OfQuadrant(quadrant) : LocalClass.OtherPositive,
        _ => much ? LocalClass.HighHigh : LocalClass.LowLow,
    };

    private static LocalClass OfQuadrant(LocalQuadrant quadrant) => quadrant switch
    {
        LocalQuadrant.HighHigh => LocalClass.HighHigh,
        LocalQuadrant.LowLow => LocalClass.LowLow,
        LocalQuadrant.HighLow => LocalClass.HighLow,
        _ => LocalClass.LowHigh,
    };

    private static IEnumerable<Note> Notes(double[] pValues, LocalPermutationOptions options)
    {
        if (options.Alternative == LocalAlternative.Folded)
        {
            yield return new Note(
                "folded-p-values", Severity.Information,
                "The p-values are the smaller tail, as esda and GeoDa report them: half of a two-sided p-value. The share of false findings is bounded by twice alpha; alternative two-sided bounds it by alpha.");
        }

        int tested = pValues.Count(p => !double.IsNaN(p));
        double least = (options.Alternative == LocalAlternative.TwoSided ? 2 : 1) / (1.0 + options.Replicates);
        int needed = (int)Math.Ceiling(least * tested / options.Alpha);
        if (needed > 1)
        {
            yield return new Note(
                "least-p-value", Severity.Information,
                FormattableString.Invariant($"With {options.Replicates} permutations no p-value is below {least:0.######}: of {tested} units at least {needed} must reach it before any is significant. More replicates let fewer units stand out."));
        }
    }
}
