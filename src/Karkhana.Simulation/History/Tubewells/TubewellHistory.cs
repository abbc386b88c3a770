using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>The irrigation branch of Punjab's engineering industry through boom and bust (framework section 8, row 38; SF13).</summary>
public static class TubewellHistory
{
    internal const string Source =
        "Aftab 1985, https://ethos.bl.uk/OrderDetails.do?uin=uk.bl.ethos.372060 (abstract); stocks and tractor output row by row in facts/time_series.csv";

    private const double Level = 0.95;
    private const string Tractors = "tractor production or sales";

    private static readonly Note AssumedPath = new(
        "assumed-path", Severity.Warning,
        "The published stocks of tubewells lie 19 and 26 years apart: they carry neither boom nor bust. That demand fell suddenly in the 1970s is published; by how much and how fast is assumed.");

    /// <summary>Runs the variants.</summary>
    /// <remarks>
    /// Four structures of the branch (whole, segmented market, separable processes, both) by four histories of demand (steady,
    /// lasting boom, boom and bust, drop after a tax), all with the same random numbers. Published: that tubewell demand fell suddenly
    /// in the 1970s and small firms could not adjust, that small firms held the low end and large ones the high end, that
    /// production steps could be done apart, stocks of tubewells in three years, tractor output before and after the sales tax.
    /// Assumed: the size and time of boom and bust, how structures act on parameters, the firms. Exits are told for the smaller and
    /// the larger half of the firms that are there when the bust begins. Cost: 16 runs of the model per replicate.
    /// Source: Aftab 1985; framework 5.12, SC1.
    /// </remarks>
    /// <param name="population">The firms; a synthetic population of 96 unless given.</param>
    /// <param name="parameterDraws">Draws of the parameters; the defaults unless given.</param>
    /// <param name="options">Boom, bust, structures and replicates.</param>
    /// <param name="execution">Workers, progress, and the store that lets a stopped run go on.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>Exits by size in each variant, beside the published series.</returns>
    /// <exception cref="ArgumentException">The population can't be simulated.</exception>
    public static TubewellHistoryResult Estimate(
        ClusterPopulation? population = null,
        IReadOnlyList<ClusterParameters>? parameterDraws = null,
        TubewellHistoryOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        population ??= SyntheticPopulation.Draw(new SyntheticPopulationOptions { Clustered = 60, Dispersed = 36 });
        parameterDraws ??= [new ClusterParameters()];
        options ??= new TubewellHistoryOptions();
        Require.That(parameterDraws.Count > 0, nameof(parameterDraws), "must have at least one set of parameters; it had none");
        double drop = TaxDrop();
        ClusterStart start = ClusterStart.Of(population, new SimulationOptions { BurnIn = options.BurnIn, Horizon = options.Horizon });
        ReplicateRows rows = ReplicateEngine.Local.ExecuteResumable(
            new TubewellJob(start, parameterDraws, options, drop),
            RunKey.Of("tubewells", population, parameterDraws, options with { Replicates = TubewellHistoryOptions.LeastReplicates }, drop), execution, cancellationToken);
        RunMoments moments = new([.. Enumerable.Range(0, rows.Count).Select(replicate => replicate % parameterDraws.Count)], rows.Count);
        IReadOnlyList<HistoricalObservation> stocks = [.. PunjabFacts.TimeSeries.Where(row => row.Series.EndsWith(PunjabFacts.Tubewells, StringComparison.Ordinal)).OrderBy(row => row.Year)];
        return new TubewellHistoryResult
        {
            Outcomes = [.. TubewellJob.Structures.SelectMany((structure, one) => TubewellJob.Demands.Select(
                (demand, other) => Outcome(rows, moments, (structure, demand), ((one * TubewellJob.Demands.Length) + other) * TubewellJob.Width)))],
            Stocks = stocks,
            NetAdditions = [.. stocks.Zip(stocks.Skip(1), (from, to) => (from.Year, to.Year, (to.Value - from.Value) / (to.Year - from.Year)))],
            TaxDropRatio = drop,
            Notes = RunNotes.Of(
                $"{options.Replicates} runs of each variant", parameterDraws.Count, population, AssumedPath,
                new Note("firms-of-the-time", Severity.Information, "No table of the firms of the time was found.")),
            Provenance = new Provenance("simulation.tubewell-history", Words(options), Source, options.Seed),
        };
    }

    private static double TaxDrop()
    {
        IReadOnlyList<HistoricalObservation> output = PunjabFacts.Of(Tractors);
        return output.First(row => row.Year == 2012).Value / output.First(row => row.Year == 2011).Value;
    }

    private static HistoryOutcome Outcome(
        ReplicateRows rows, RunMoments moments, (MarketStructure Structure, DemandHistory Demand) variant, int at)
    {
        double Mean(int position) => Sums.Mean(rows.Column(at + position));
        double[] differences = [.. rows.Column(at + 4).Zip(rows.Column(at + 5), (small, large) => small - large)];
        CoefficientTable difference = moments.Mean(differences, Level);
        return new HistoryOutcome(
            variant.Structure, variant.Demand, Mean(0), Mean(1), Mean(2), Mean(3), Mean(4), Mean(5), difference.Estimates[0],
            difference.ConfidenceLow[0], difference.ConfidenceHigh[0], differences.Count(value => value > 0), differences.Length);
    }

    private static string Words(TubewellHistoryOptions options) => FormattableString.Invariant(
        $"replicates = {options.Replicates}, growth = {options.Demand.Growth}, growth_quarters = {options.Demand.GrowthQuarters}, collapse = {options.Demand.Collapse}, collapse_quarters = {options.Demand.CollapseQuarters}, exit_quarters = {options.ExitQuarters}, upper_share = {options.UpperShare}, upper_capability = {options.UpperCapability}, separable_factor = {options.SeparableFactor}, burn_in = {options.BurnIn}");
}
