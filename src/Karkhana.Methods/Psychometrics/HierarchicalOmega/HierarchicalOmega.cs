using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How much of a sum score one general factor behind several group factors accounts for.</summary>
public static class HierarchicalOmega
{
    internal const string Source =
        "Schmid & Leiman 1957, doi:10.1007/BF02289209; Zinbarg, Revelle, Yovel & Li 2005, doi:10.1007/s11336-003-0974-7";

    /// <summary>Estimates hierarchical omega.</summary>
    /// <remarks>
    /// Minres factors of the correlation matrix R, oblimin rotation (γ = 0, not normalised) to pattern P and factor
    /// correlations Φ, one minres factor c of Φ: general loadings g = Pc. ω_h = (Σg)²/ΣR, ω_t = 1 − Σu/ΣR with
    /// uniquenesses u, limit ω_h/ω_t; alpha is the standardised one. A second-order loading at or above 1 (Heywood case)
    /// leaves the general factor undefined: ω_h, limit and loadings are NaN, with a note. The same when fewer factors are
    /// found than asked. Respondents with a missing answer are left out. Assumes at least three group factors and items
    /// keyed alike.
    /// Cost: n·p², then per start about ten eigenvalue decompositions (p³) and some hundred steps of the rotation (p·k²).
    /// Source: Schmid and Leiman 1957, doi:10.1007/BF02289209; Zinbarg, Revelle, Yovel and Li 2005,
    /// doi:10.1007/s11336-003-0974-7. Agrees with: psych omega(), absolute 1e-4 (loadings 3e-4).
    /// </remarks>
    /// <param name="responses">Answers to at least six items.</param>
    /// <param name="options">Group factors and starts.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between starts.</param>
    /// <returns>The omegas and general loadings.</returns>
    /// <exception cref="ArgumentException">Too few items for the factors, an item does not vary, or too few respondents.</exception>
    public static HierarchicalOmegaResult Estimate(
        ItemResponses responses, HierarchicalOmegaOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new HierarchicalOmegaOptions();
        FactorSample sample = FactorSample.Of(responses, leastItems: 3);
        FactorAnalysis.RequireIdentified(sample.Count, options.GroupFactors, nameof(options.GroupFactors));
        Starts starts = new(options.Starts, options.Seed);
        FactorSolution solution = FactorExtraction.Of(
            sample.Correlations, options.GroupFactors, FactorEstimator.Minres, starts, cancellationToken);
        bool found = solution.Found == options.GroupFactors;
        SchmidLeiman? general = found
            ? SchmidLeiman.Of(ObliminRotation.Of(solution.Loadings, starts, cancellationToken))
            : null;
        double total = Sums.Sum(sample.Correlations.ToRowMajorArray());
        bool proper = general is { Proper: true };
        double[] loadings = proper ? general!.General : [.. Enumerable.Repeat(double.NaN, sample.Count)];
        return new HierarchicalOmegaResult
        {
            Items = responses.Items,
            OmegaHierarchical = Sums.Sum(loadings) * Sums.Sum(loadings) / total,
            OmegaTotal = 1 - (Sums.Sum(solution.Uniqueness) / total),
            Alpha = ItemCovariance.Of(sample.Complete).StandardisedAlpha(),
            GeneralLoadings = loadings,
            GroupLoadings = Matrix<double>.Build.Dense(
                sample.Count, options.GroupFactors, (item, factor) => proper ? general!.Group[item, factor] : double.NaN).ToArray(),
            SecondOrderLoadings = general?.SecondOrder ?? [.. Enumerable.Repeat(double.NaN, options.GroupFactors)],
            Notes = [.. sample.Notes, .. FactorNotes.Of(solution, responses.Items), .. Notes(general, loadings, responses.Items)],
            Provenance = new Provenance(
                "psychometrics.hierarchical-omega",
                FormattableString.Invariant($"group_factors = {options.GroupFactors}, starts = {options.Starts}"),
                Source,
                options.Seed),
        };
    }

    private static IEnumerable<Note> Notes(SchmidLeiman? general, double[] loadings, IReadOnlyList<string> items)
    {
        if (general is { Proper: false })
        {
            yield return new Note(
                "second-order-heywood-case", Severity.Warning, FormattableString.Invariant(
                    $"A group factor loads {general.SecondOrder.MaxBy(Math.Abs):0.###} on the general factor (Heywood case): the general factor is not determined, so that hierarchical omega is not given. Try another number of group factors."));
        }

        string[] negative = [.. items.Where((_, item) => loadings[item] < 0)];
        if (negative.Length > 0)
        {
            yield return new Note(
                "negative-loading", Severity.Warning,
                $"{string.Join(", ", negative)} load negatively on the general factor: recode them first if they are worded the other way round.");
        }
    }
}
