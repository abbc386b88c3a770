using Karkhana.Core.Errors;
using Karkhana.Core.Tables;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Pairs of firms with what may go together with a tie between them, ready for a regression of dyads.</summary>
/// <param name="Firms">The firms.</param>
/// <param name="From">The giver of each ordered pair, as a position.</param>
/// <param name="To">The receiver.</param>
/// <param name="Tied">1 where the giver has a tie to the receiver, else 0.</param>
/// <param name="Names">The names of the covariates.</param>
/// <param name="Covariates">By covariate, then by pair.</param>
public sealed record DyadTable(
    IReadOnlyList<string> Firms,
    IReadOnlyList<int> From,
    IReadOnlyList<int> To,
    IReadOnlyList<double> Tied,
    IReadOnlyList<string> Names,
    IReadOnlyList<double[]> Covariates)
{
    /// <summary>Lists all ordered pairs of different firms with their covariates.</summary>
    /// <remarks>
    /// Scores give <c>name_difference</c> = |x_i − x_j| and <c>name_sum</c> = x_i + x_j; classes give <c>same_name</c> = 1
    /// when both are of one class; layers of ties give 1 where the giver has a tie to the receiver; distances are as given.
    /// What is not known of a firm is NaN in all its pairs. Pairs that share a firm are not independent: their errors need a
    /// permutation of firms or clustering by both. Cost: n² × covariates. Source: framework 3.5, M6(c); Krackhardt 1988,
    /// doi:10.1016/0378-8733(88)90004-4.
    /// </remarks>
    /// <param name="knowledge">The layer that is to be explained.</param>
    /// <param name="covariates">What may go together with a tie.</param>
    /// <returns>n(n − 1) pairs, the giver varying slowest.</returns>
    /// <exception cref="ArgumentException">A covariate is of other firms, or a name comes twice.</exception>
    public static DyadTable Of(TieLayer knowledge, DyadCovariates covariates)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(covariates);
        Graph network = knowledge.Network;
        int n = network.NodeCount;
        (int From, int To)[] pairs = [.. from giver in Enumerable.Range(0, n) from receiver in Enumerable.Range(0, n) where giver != receiver select (giver, receiver)];
        (string Name, Func<int, int, double> Of)[] columns = [.. ColumnsOf(network, covariates)];
        string? twice = columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, nameof(covariates), $"must name every covariate once; {twice} came twice");
        return new DyadTable(
            network.Nodes,
            [.. pairs.Select(pair => pair.From)],
            [.. pairs.Select(pair => pair.To)],
            [.. pairs.Select(pair => network.Has(pair.From, pair.To) ? 1.0 : 0)],
            [.. columns.Select(column => column.Name)],
            [.. columns.Select(column => pairs.Select(pair => column.Of(pair.From, pair.To)).ToArray())]);
    }

    /// <summary>Gives one row per ordered pair.</summary>
    /// <returns>The table <c>dyads</c>.</returns>
    public Table ToTable() => Table.Of(
        "dyads",
        [
            Column.Of("from", From.Select(firm => (string?)Firms[firm]), "Giver", "Firm id of the register."),
            Column.Of("to", To.Select(firm => (string?)Firms[firm]), "Receiver", "Firm id of the register."),
            Column.Of("tied", Tied, "Tied", "", "1 where the giver has a tie to the receiver.", recommended: true),
            .. Names.Select((name, i) => (Column)Column.Of(name, Covariates[i], name, "", "Covariate of the pair.")),
        ]);

    private static IEnumerable<(string Name, Func<int, int, double> Of)> ColumnsOf(Graph network, DyadCovariates covariates)
    {
        foreach ((string name, double[] scores) in covariates.Scores)
        {
            Require.SameLength(network.NodeCount, scores.Length, name);
            yield return (name + "_difference", (i, j) => Math.Abs(scores[i] - scores[j]));
            yield return (name + "_sum", (i, j) => scores[i] + scores[j]);
        }

        foreach ((string name, string?[] classes) in covariates.Classes)
        {
            Require.SameLength(network.NodeCount, classes.Length, name);
            yield return ("same_" + name, (i, j) => classes[i] is null || classes[j] is null ? double.NaN : classes[i] == classes[j] ? 1 : 0);
        }

        foreach (TieLayer layer in covariates.Layers)
        {
            Require.That(
                layer.Network.Nodes.SequenceEqual(network.Nodes), nameof(covariates), $"must be of the firms of the network, in their order; {layer.Kind} is not");
            yield return (layer.Kind, (i, j) => layer.Network.Has(i, j) ? 1 : 0);
        }

        if (covariates.Distance is { } distance)
        {
            yield return ("distance", distance);
        }
    }
}
