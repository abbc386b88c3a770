using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;

namespace Karkhana.Learning;

/// <summary>Lets firms of a known network not answer and compares the centralities that are left with those of all.</summary>
/// <remarks>A firm that does not answer reports no tie; what others report with it stays. Degree counts the firms tied in either
/// direction, betweenness goes along ties in either direction. Hubs answer: the firms that others name most are taken as re-visited, so that the
/// missing ones are drawn among the less named half.</remarks>
internal sealed class RosterNonResponse : IReplicateJob<ReplicateRows>
{
    private const int Width = 2;

    private readonly Graph _network;
    private readonly int _missing;
    private readonly int[] _candidates;
    private readonly StudyPlanOptions _options;
    private readonly int _address;
    private readonly double[][] _known;

    private RosterNonResponse(Graph network, double responseRate, bool hubsAnswer, StudyPlanOptions options, int address)
    {
        (_network, _options, _address) = (network, options, address);
        int[] named = [.. Enumerable.Range(0, network.NodeCount).Select(_ => 0)];
        foreach ((int _, int to, double _) in network.Ties())
        {
            named[to]++;
        }

        int missing = (int)Math.Round((1 - responseRate) * network.NodeCount);
        int[] leastNamed = [.. Enumerable.Range(0, network.NodeCount).OrderBy(firm => named[firm]).ThenBy(firm => firm)];
        _candidates = hubsAnswer ? leastNamed[..Math.Max(missing, network.NodeCount / 2)] : leastNamed;
        _missing = missing;
        _known = Centralities(network);
    }

    public string Stage => "non-response on the roster";

    public int Replicates => _options.Replicates;

    public int BlockSize => 16;

    public static IEnumerable<RosterPrecision> Estimate(
        Graph network, StudyPlanOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (double Rate, bool Hubs)[] settings =
            [.. options.ResponseRates.SelectMany(rate => new[] { (rate, false), (rate, true) })];
        for (int address = 0; address < settings.Length; address++)
        {
            (double rate, bool hubs) = settings[address];
            ReplicateRows rows = ReplicateEngine.Local.Execute(
                new RosterNonResponse(network, rate, hubs, options, address), execution, cancellationToken);
            for (int centrality = 0; centrality < Width; centrality++)
            {
                double[] known = [.. rows.Column(centrality).Where(value => !double.IsNaN(value)).Order()];
                yield return new RosterPrecision(
                    rate, hubs, centrality == 0 ? "degree" : "betweenness",
                    known.Length == 0 ? double.NaN : Sums.Mean(known),
                    known.Length == 0 ? double.NaN : Quantiles.Type7(known, 0.05),
                    known.Length == 0 ? double.NaN : Quantiles.Type7(known, 0.95));
            }
        }
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[Width * range.Count];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] order = [.. _candidates];
            new RandomStream(_options.Seed, RandomPurpose.RespondentDeletion, range.First + k, _address + 1).ShuffleFront<int>(order, _missing);
            HashSet<int> silent = [.. order.AsSpan(0, _missing)];
            double[][] left = Centralities(Graph.Of(_network.Nodes, _network.Ties().Where(tie => !silent.Contains(tie.From))));
            for (int centrality = 0; centrality < Width; centrality++)
            {
                values[(Width * k) + centrality] = RankCorrelation.Spearman(_known[centrality], left[centrality]);
            }
        }

        return new ReplicateRows(Width, values);
    }

    private static double[][] Centralities(Graph graph)
    {
        Graph either = graph.Undirected();
        return
        [
            [.. Enumerable.Range(0, graph.NodeCount).Select(node => (double)either.Targets(node).Length)],
            [.. BetweennessCentrality.Estimate(either).Estimate],
        ];
    }
}
