using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Asks whether the model shows what is known of clusters (framework 5.11, SF1 to SF16).</summary>
public static class StylisedFacts
{
    private const double Level = 0.95;

    /// <summary>What each fact rests on, by id.</summary>
    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["SF1"] = "[S12]",
        ["SF2"] = "[S12][S63]",
        ["SF3"] = "[S14][S64]",
        ["SF4"] = "[S26]",
        ["SF5"] = "[S51]",
        ["SF6"] = "[S10]",
        ["SF7"] = "[S29]",
        ["SF8"] = "[S65][S66]",
        ["SF9"] = "[S44]",
        ["SF10"] = "[S37]",
        ["SF11"] = "[S38]",
        ["SF12"] = "[S30]",
        ["SF13"] = "[S25] Aftab 1985",
        ["SF14"] = "[S43]",
        ["SF15"] = "general knowledge",
        ["SF16"] = "general knowledge",
    };

    internal static IReadOnlyList<FactDefinition> Definitions { get; } =
    [
        .. AgglomerationFacts.All.Concat(KnowledgeFacts.All).Concat(MarketFacts.All).Concat(PolicyFacts.All)
            .OrderBy(fact => int.Parse(fact.Id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture)),
    ];

    /// <summary>Runs the model and compares it with the facts.</summary>
    /// <remarks>
    /// Each part of a fact is a statistic of one run or a contrast of two runs with the same random numbers. Its mean over
    /// replicates and the 95 % interval of that mean are held against a criterion that was set before any run and is the same for
    /// every population; a part that fails is shown as failing, and one whose contrast has no variation in the population as not testable. With draws of parameters replicate r uses draw r modulo
    /// their number, so that the interval holds what calibration leaves open. A fact that is reproduced is no proof of the
    /// model, and some are built in (see the remarks). Cost: fourteen runs of the model per replicate. Source: framework 5.11.
    /// </remarks>
    /// <param name="population">What the model starts from.</param>
    /// <param name="parameterDraws">Parameters, calibrated or default; the defaults unless given.</param>
    /// <param name="options">Replicates and how the model runs.</param>
    /// <param name="execution">Workers, progress, and the store that lets a stopped run go on.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The table of facts.</returns>
    /// <exception cref="ArgumentException">The population can't be simulated.</exception>
    public static StylisedFactsResult Estimate(
        ClusterPopulation population,
        IReadOnlyList<ClusterParameters>? parameterDraws = null,
        StylisedFactsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new StylisedFactsOptions();
        parameterDraws ??= [new ClusterParameters()];
        Require.That(parameterDraws.Count > 0, nameof(parameterDraws), "must have at least one set of parameters; it had none");
        FactStarts starts = new(population, options.Simulation);
        ReplicateRows rows = ReplicateEngine.Local.ExecuteResumable(
            new StylisedFactsJob(starts, parameterDraws, options, Definitions),
            RunKey.Of("stylised facts", population, parameterDraws, options.Simulation, Definitions.Select(fact => fact.Statistic).ToArray()), execution, cancellationToken);
        return new StylisedFactsResult
        {
            Facts = [.. Definitions.Select((fact, position) => Judge(fact, rows.Column(position), fact.Lacks(population), parameterDraws.Count))],
            Notes = RunNotes.Of(
                $"{options.Replicates} runs", parameterDraws.Count, population,
                new Note("no-proof", Severity.Information, "A fact that the model shows does not prove the model.")),
            Provenance = new Provenance(
                "simulation.stylised-facts", FormattableString.Invariant(
                    $"replicates = {options.Replicates}, horizon = {options.Simulation.Horizon}, burn_in = {options.Simulation.BurnIn}, parameter_draws = {parameterDraws.Count}"),
                "Karkhana framework 5.11", options.Simulation.Seed),
        };
    }

    internal static StylisedFact Judge(FactDefinition fact, double[] column, string lacks, int draws)
    {
        int[] defined = [.. Enumerable.Range(0, column.Length).Where(replicate => !double.IsNaN(column[replicate]))];
        double[] values = [.. defined.Select(replicate => column[replicate])];
        if (fact.Measure is null || lacks.Length > 0 || values.Length < column.Length / 2)
        {
            string reason = fact.Measure is null ? fact.Remark : lacks.Length > 0 ? lacks : FormattableString.Invariant(
                $"computed in {values.Length} of {column.Length} runs; in the others no firms differ in what it compares");
            return new StylisedFact(
                fact.Id, fact.Statement, fact.Statistic, double.NaN, double.NaN, double.NaN, values.Length, fact.Criterion.Text,
                FactVerdict.NotTestable, reason, Sources[fact.Id]);
        }

        RunMoments moments = new([.. defined.Select(replicate => replicate % draws)], values.Length);
        CoefficientTable table = moments.Mean(values, Level);
        (double mean, double low, double high) = (table.Estimates[0], table.ConfidenceLow[0], table.ConfidenceHigh[0]);
        bool met = fact.Criterion.Met(mean, low, high);
        return new StylisedFact(
            fact.Id, fact.Statement, fact.Statistic, mean, low, high, values.Length, fact.Criterion.Text,
            met ? FactVerdict.Reproduced : FactVerdict.NotReproduced, fact.Remark, Sources[fact.Id]);
    }
}
