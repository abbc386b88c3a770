using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether firms hold competences that go together more than chance has it.</summary>
public static class CompetenceCoherence
{
    internal const string Source =
        "Teece, Rumelt, Dosi & Winter 1994, doi:10.1016/0167-2681(94)90094-9; Strona et al. 2014, doi:10.1038/ncomms5114";

    private const int MostCompetences = 2000;

    /// <summary>Estimates relatedness of competences and coherence of firms.</summary>
    /// <remarks>
    /// J_ij firms hold both i and j, n_i hold i, among K firms (those with two or more, unless said otherwise).
    /// Relatedness τ_ij = (J_ij − μ_ij)/σ_ij. Hypergeometric: μ = n_i n_j/K, σ² = μ (1 − n_i/K)(K − n_j)/(K − 1). Fixed
    /// margins: mean and deviation of J over random tables that keep every n_i and every firm's number. 0 where J cannot
    /// vary. Coherence of a firm: competence i has neighbours j by the firm's maximum spanning tree of τ; Σ_j τ_ij e_j/Σ_j
    /// e_j over them, then the mean over i with weights e_i. Average relatedness: the same over all j. p-values:
    /// random tables with fixed margins, τ made anew in each by the same μ and σ, (1 + tables at least as coherent)/(1 +
    /// tables); a firm's weights come in random order there. The p-values of many firms need a correction. Assumes that
    /// a holding says as much of one firm as of another. Cost: replicates × (holdings + competences² + Σ of squared
    /// holdings of firms); memory replicates × firms + competences². Same bits for any number of workers.
    /// Source: Teece, Rumelt, Dosi and Winter 1994, doi:10.1016/0167-2681(94)90094-9; for the random tables Strona et al.
    /// 2014, doi:10.1038/ncomms5114. Agrees with: the formulas, relative 1e-12.
    /// </remarks>
    /// <param name="holdings">Who holds what.</param>
    /// <param name="options">Null model and random tables.</param>
    /// <param name="execution">Workers and progress of the random tables.</param>
    /// <param name="cancellationToken">Looked at between tables.</param>
    /// <returns>Relatedness by pair, coherence by firm.</returns>
    /// <exception cref="ArgumentException">No holding, a weight that is not positive, more than 2000 competences, or
    /// fixed margins without at least two replicates.</exception>
    public static CompetenceCoherenceResult Estimate(
        CompetenceHoldings holdings,
        CompetenceCoherenceOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        options ??= new CompetenceCoherenceOptions();
        holdings.Check();
        Require.That(
            options.Null == CoherenceNull.Hypergeometric || options.Replicates >= 2, nameof(options.Replicates),
            $"must be at least 2 with fixed margins; it was {options.Replicates}");
        HoldingsTable table = HoldingsTable.Of(holdings);
        int width = table.Competences.Length;
        Require.That(width <= MostCompetences, nameof(holdings.Competences), $"must be at most {MostCompetences} different ones; there were {width}");
        double[] coOccurrence = HoldingsTable.CoOccurrence(table.Held, width, options.DiversifiedOnly);
        CoOccurrenceExpectation scale = options.Null == CoherenceNull.FixedMargins
            ? CoOccurrenceExpectation.OfSums(ReplicateEngine.Local.Execute(new CoOccurrenceMoments(table, options), execution, cancellationToken).Values, options.Replicates)
            : CoOccurrenceExpectation.Hypergeometric(coOccurrence, width, table.Held.Count(own => !options.DiversifiedOnly || own.Length > 1));
        double[] relatedness = scale.Scores(coOccurrence);
        ReplicateRows? random = options.Replicates == 0
            ? null
            : ReplicateEngine.Local.Execute(new CoherenceReplicates(table, scale, options), execution, cancellationToken);
        return Result(table, options, scale, coOccurrence, relatedness, random);
    }

    private static CompetenceCoherenceResult Result(
        HoldingsTable table,
        CompetenceCoherenceOptions options,
        CoOccurrenceExpectation scale,
        double[] coOccurrence,
        double[] relatedness,
        ReplicateRows? random)
    {
        int width = table.Competences.Length;
        (double AlongTree, double Average)[] coherence =
            [.. table.Held.Select((own, firm) => SpanningTree.Coherence(own, table.Weights[firm], relatedness, width))];
        double[] along = [.. coherence.Select(firm => firm.AlongTree)];
        double mean = CoherenceReplicates.MeanOfKnown(along);
        double[] pValues = random is null
            ? [.. Enumerable.Repeat(double.NaN, along.Length + 1)]
            : PermutationPValue.OfEach([.. along, mean], random, Alternative.Greater);
        double[] expected = Expected(random, along.Length + 1);
        for (int i = 0; i < width; i++)
        {
            relatedness[(i * width) + i] = double.NaN;
        }

        return new CompetenceCoherenceResult
        {
            Competences = table.Competences,
            Holders = [.. Enumerable.Range(0, width).Select(i => (int)coOccurrence[(i * width) + i])],
            Relatedness = relatedness,
            Firms = [.. table.Firms.Select((firm, f) => new FirmCoherence(
                firm, table.Held[f].Length, along[f], coherence[f].Average, expected[f], pValues[f]))],
            MeanCoherence = mean,
            MeanExpected = expected[^1],
            MeanPValue = pValues[^1],
            Notes = Notes(table, scale, coOccurrence),
            Provenance = new Provenance(
                "psychometrics.competence-coherence",
                $"null = {options.Null}, diversified_only = {options.DiversifiedOnly}, replicates = {options.Replicates}",
                Source,
                options.Replicates > 0 ? options.Seed : null),
        };
    }

    private static double[] Expected(ReplicateRows? random, int count)
    {
        double[] means = [.. Enumerable.Repeat(double.NaN, count)];
        double[] column = new double[random?.Count ?? 0];
        for (int position = 0; random is not null && position < count; position++)
        {
            random.CopyColumn(position, column);
            means[position] = Sums.Mean(column);
        }

        return means;
    }

    private static IReadOnlyList<Note> Notes(HoldingsTable table, CoOccurrenceExpectation scale, double[] coOccurrence)
    {
        int width = table.Competences.Length;
        return
        [
            .. UnitNotes.About(
                "single-competence", table.Firms, f => table.Held[f].Length < 2, "Firms with one competence",
                "They have no coherence.", Severity.Information),
            .. UnitNotes.About(
                "no-spread", table.Competences,
                i => Enumerable.Range(0, width).All(j => i == j || !(scale.Deviations[(i * width) + j] > 0)),
                "Competences whose co-occurrence cannot vary", "Held by all who count, or by nobody; their relatedness is set to 0."),
            .. UnitNotes.When(
                Enumerable.Range(0, width).Count(i => coOccurrence[(i * width) + i] > 0) < 3, "few-competences",
                "Fewer than three competences are held by firms that count; coherence says little."),
        ];
    }
}
