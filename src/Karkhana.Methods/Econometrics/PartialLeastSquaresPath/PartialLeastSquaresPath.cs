using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Path models among weighted sums of indicators.</summary>
public static class PartialLeastSquaresPath
{
    internal const string Id = "econometrics.partial-least-squares-path";

    internal const string Source =
        "Wold 1982; Lohmöller 1989, doi:10.1007/978-3-642-52512-4; Dijkstra & Henseler 2015, doi:10.25300/MISQ/2015/39.2.02; "
        + "Henseler, Ringle & Sarstedt 2015, doi:10.1007/s11747-014-0403-8";

    private const int LeastRows = 3;

    /// <summary>Estimates weights and paths.</summary>
    /// <remarks>
    /// Indicators standardised, composites Y = Xw of variance 1. In turn, inner proxies Σ e_jk Y_k of the neighbours and
    /// weights from the covariances of the indicators with them (mode A; regression in mode B), until no weight changes by
    /// 1e-13. Paths: least squares among the composites; all of it from the correlation matrix. Signs: most loadings of a
    /// construct positive. ρ_A = (w′w)² w′(S − diag S)w / w′(ww′ − diag ww′)w; composite reliability (Σl)²/((Σl)² + Σ(1 −
    /// l²)); average variance extracted: mean l²; these and ρ_A are for constructs of mode A. Effect size f² = (R² − R²
    /// without)/(1 − R²). Bootstrap: rows drawn with replacement, composites turned to go with the loadings of the sample,
    /// percentile intervals. Composites are not factors: indicators with errors of their own draw paths towards 0.
    /// Cost: n·p², then p² per step; times the replicates, which run on all workers.
    /// Source: Wold 1982; Lohmöller 1989, doi:10.1007/978-3-642-52512-4, chapter 2; Dijkstra and Henseler 2015,
    /// doi:10.25300/MISQ/2015/39.2.02; Henseler, Ringle and Sarstedt 2015, doi:10.1007/s11747-014-0403-8.
    /// Agrees with: the formulas written out in R 4.2.2, relative 1e-7.
    /// </remarks>
    /// <param name="sample">The indicators; more columns may be there.</param>
    /// <param name="options">Blocks, paths, inner weighting, bootstrap.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Weights, loadings, paths and their quality.</returns>
    /// <exception cref="ArgumentException">Blocks or paths that do not fit, too few rows, an indicator that does not
    /// vary.</exception>
    public static PartialLeastSquaresPathResult Estimate(
        ItemResponses sample,
        PartialLeastSquaresPathOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        ItemResponses named = (sample with { Input = nameof(sample) }).Checked(leastItems: 2);
        var structure = CompositeStructure.Of(options, named.Items);
        List<string> columns = [.. named.Items];
        ItemResponses assigned = named with
        {
            Items = structure.Indicators,
            Answers = [.. structure.Indicators.Select(indicator => named.Answers[columns.IndexOf(indicator)])],
        };
        ItemResponses used = assigned.CompleteAtLeast(LeastRows).Varying();
        Matrix<double> correlations = ItemCovariance.Of(used).Correlations();
        RequireRegressions(structure, correlations);
        var model = CompositeModel.Of(structure, correlations, options.Scheme);
        ReplicateRows? bootstrap = options.Replicates == 0 ? null : Bootstrap(structure, used, options, model, execution, cancellationToken);
        var intervals = BootstrapIntervals.Of(bootstrap, model.Numbers().Length, options.Confidence);
        int[] rows = [.. Enumerable.Range(0, assigned.Respondents).Where(row => assigned.Answers.All(answers => !double.IsNaN(answers[row])))];
        return new PartialLeastSquaresPathResult(
            structure, model, CompositeQuality.Of(structure, model, correlations, options.Blocks), intervals)
        {
            Rows = rows,
            Scores = ScoresOf(structure, model, used),
            Notes = [.. ResponseNotes.Incomplete(assigned, used), .. NotesOf(model, intervals.Lost, options.Replicates)],
            Provenance = new Provenance(
                Id,
                FormattableString.Invariant($"paths = {string.Join("; ", options.Paths.Select(path => string.Join(" → ", path)))}, scheme = {Words.Of(options.Scheme)}, formative = {string.Join(", ", options.Formative)}, replicates = {options.Replicates}, confidence = {options.Confidence}"),
                Source,
                options.Replicates == 0 ? null : options.Seed),
        };
    }

    private static void RequireRegressions(CompositeStructure structure, Matrix<double> correlations)
    {
        for (int construct = 0; construct < structure.Count; construct++)
        {
            (int first, int size) = (structure.First[construct], structure.SizeOf(construct));
            Require.That(
                !structure.IsFormative[construct] || PositiveDefinite.Is(correlations.SubMatrix(first, size, first, size)), "Formative",
                $"must name constructs of whose indicators none follows from the others; those of {structure.Constructs[construct]} do");
        }
    }

    private static ReplicateRows Bootstrap(
        CompositeStructure structure,
        ItemResponses used,
        PartialLeastSquaresPathOptions options,
        CompositeModel model,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        double[] none = [.. Enumerable.Repeat(double.NaN, model.Numbers().Length)];
        return new ResampledStatistic(
            "bootstrap over rows", (options.Replicates, options.Seed), ResampledStatistic.Apart(used.Respondents), none.Length,
            times =>
            {
                Matrix<double> drawn = ItemCovariance.Of(used.Repeated(times)).Correlations();
                if (ItemCorrelations.HasGaps(drawn))
                {
                    return none;
                }

                var replicate = CompositeModel.Of(structure, drawn, options.Scheme, model.Loadings);
                return replicate.Converged ? replicate.Numbers() : none;
            }).Draw(execution, cancellationToken);
    }

    private static double[,] ScoresOf(CompositeStructure structure, CompositeModel model, ItemResponses used)
    {
        double[,] scores = new double[used.Respondents, structure.Count];
        for (int construct = 0; construct < structure.Count; construct++)
        {
            for (int indicator = structure.First[construct]; indicator < structure.First[construct + 1]; indicator++)
            {
                double[] standard = Standard.Scores(used.Answers[indicator]);
                for (int row = 0; row < standard.Length; row++)
                {
                    scores[row, construct] += model.Weights[indicator] * standard[row];
                }
            }
        }

        return scores;
    }

    private static IEnumerable<Note> NotesOf(CompositeModel model, int lost, int replicates)
    {
        if (!model.Converged)
        {
            yield return new Note("not-converged", Severity.Warning,
                "The weights were still moving when the search stopped, or a construct has no correlation with its neighbours; the numbers are where it stopped and should not be read.");
        }

        if (lost > 0)
        {
            yield return new Note("undefined-replicates", Severity.Warning, FormattableString.Invariant(
                $"{lost} of {replicates} bootstrap samples had an indicator that did not vary or weights that did not come to rest; the intervals leave them out."));
        }
    }
}
