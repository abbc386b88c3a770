using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What the knowledge network loses when its gatekeepers leave.</summary>
public static class GatekeeperDependence
{
    private const string Source =
        "Giuliani & Bell 2005, doi:10.1016/j.respol.2004.10.008; Borgatti 2006, doi:10.1007/s10588-006-7084-x; Albert, Jeong & Barabási 2000, doi:10.1038/35019019";

    private static readonly string[] Measures = ["reached", "near", "fragmentation", "density"];

    /// <summary>Takes gatekeepers out, one at a time and all at once, and compares with firms drawn at random.</summary>
    /// <remarks>
    /// Outside knowledge comes in through the open firms and runs along ties from giver to receiver. Among the firms that
    /// stay: reached, those in reach of an open firm that stays; near, those that are open or receive from an open firm;
    /// fragmentation, the share of pairs in different parts when directions are ignored. Each loss compares the same firms
    /// before and after, so that the firm that left does not count itself; the density before is that of the whole
    /// network. One random firm: the mean over all firms, exact. As many random firms as there are gatekeepers: drawn
    /// without replacement from all firms, gatekeepers included. The network stays as it is: firms that make new ties in
    /// answer are not in it. Cost: (firms + draws) × (firms + ties). Source: Borgatti 2006,
    /// doi:10.1007/s10588-006-7084-x, for fragmentation; Albert, Jeong and Barabási 2000, doi:10.1038/35019019,
    /// for random and chosen removal.
    /// </remarks>
    /// <param name="network">Ties from the giver of knowledge to its receiver, at least three firms.</param>
    /// <param name="roles">The roles of the same firms.</param>
    /// <param name="options">Who is open, draws and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The losses.</returns>
    /// <exception cref="ArgumentException">Fewer than three firms, or the roles are of another network.</exception>
    public static GatekeeperDependenceResult Estimate(
        Graph network, KnowledgeRolesResult roles, GatekeeperDependenceOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(roles);
        Require.That(
            network.NodeCount >= 3, nameof(network), FormattableString.Invariant($"must have at least three firms; it had {network.NodeCount}"));
        Require.That(network.Nodes.SequenceEqual(roles.Firms), nameof(roles), "must be of the firms of the network, in their order");
        options ??= new GatekeeperDependenceOptions();
        int[] gatekeepers = [.. Enumerable.Range(0, network.NodeCount).Where(firm => roles.Roles[firm] == KnowledgeRole.TechnologicalGatekeeper)];
        bool[] open = options.Entry.HighAmong(roles.Openness);
        RemovalKernel kernel = new(network, open);
        ReplicateRows alone = ReplicateEngine.Local.Execute(new RemovalJob(network, open, 0, options), execution, cancellationToken);
        return new GatekeeperDependenceResult
        {
            Standing = kernel.Before(),
            OpenFirms = open.Count(isOpen => isOpen),
            Gatekeepers = [.. gatekeepers.Select(firm => network.Nodes[firm])],
            Losses = [.. gatekeepers.Select(firm => LossOf(alone.Row(firm)))],
            Rows = gatekeepers.Length == 0 ? [] : Compare(network, gatekeepers, alone, AllLeave(), RandomSets()),
            Notes = NotesOf(roles, gatekeepers.Length, open),
            Provenance = new Provenance(
                "collective-efficiency.gatekeeper-dependence",
                FormattableString.Invariant($"entry = {options.Entry.Words}, replicates = {options.Replicates}"), Source, options.Seed),
        };

        double[] AllLeave() => TwoStay()
            ? kernel.Of([.. Enumerable.Range(0, network.NodeCount).Select(gatekeepers.Contains)]).Values
            : [.. Measures.Select(_ => double.NaN)];

        ReplicateRows? RandomSets() => TwoStay()
            ? ReplicateEngine.Local.Execute(new RemovalJob(network, open, gatekeepers.Length, options), execution, cancellationToken)
            : null;

        bool TwoStay() => network.NodeCount - gatekeepers.Length >= 2;
    }

    private static DependenceRow[] Compare(Graph network, int[] gatekeepers, ReplicateRows alone, double[] all, ReplicateRows? random) =>
        [.. Measures.Select((measure, column) =>
        {
            double[] single = alone.Column(column);
            int worst = gatekeepers.MaxBy(firm => single[firm]);
            DependenceRow row = new(
                measure, single[worst], network.Nodes[worst], Sums.Mean([.. gatekeepers.Select(firm => single[firm])]), Sums.Mean(single), all[column]);
            if (random is null)
            {
                return row;
            }

            double[] draws = [.. random.Column(column).Order()];
            return row with
            {
                Random = Sums.Mean(draws),
                RandomLow = Quantiles.Type7(draws, 0.025),
                RandomHigh = Quantiles.Type7(draws, 0.975),
                PValue = PermutationPValue.Of(all[column], draws, Alternative.Greater),
            };
        })];

    private static GatekeeperLoss LossOf(ReadOnlySpan<double> row) => new(row[0], row[1], row[2], row[3]);

    private static List<Note> NotesOf(KnowledgeRolesResult roles, int gatekeepers, bool[] open)
    {
        List<Note> notes = [];
        int unknown = roles.Openness.Count(double.IsNaN);
        if (gatekeepers == 0)
        {
            notes.Add(new Note("no-gatekeepers", Severity.Information, "No firm is a gatekeeper by these cut-offs: there is nothing to compare."));
        }

        if (!open.Contains(true))
        {
            notes.Add(new Note(
                "no-open-firms", Severity.Warning,
                "No firm is known to be open to the outside: what outside knowledge reaches is not measured. Items on outside sources would show it."));
        }

        if (unknown > 0)
        {
            notes.Add(new Note(
                "unknown-openness", Severity.Warning,
                FormattableString.Invariant($"The openness of {unknown} of {open.Length} firms is not known; they are taken as not open, so that losses may be overstated.")));
        }

        return notes;
    }
}
