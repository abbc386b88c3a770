using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Tells the kinds of ties of a cluster apart and says how embedded business is in other ties.</summary>
public static class TiePortfolio
{
    private const string Kin = "kin";
    private const string Source =
        "DeBresson & Amesse 1991, Research Policy 20(5): 363-379; Granovetter 1985, doi:10.1086/228311; Wasserman & Faust 1994, doi:10.1017/CBO9780511815478";

    /// <summary>Describes the kinds of ties among some firms.</summary>
    /// <remarks>
    /// Per kind: firms tied, density m/(n(n − 1)), reciprocity (ties returned over ties). Per two kinds, over pairs of firms
    /// with directions ignored: Jaccard J = shared/(first + second − shared); correlation of the directed ties with a p-value
    /// by permutations of the firms. Multiplexity: pairs tied by two kinds or more over pairs tied at all. Portfolio of a firm: p_k the share of its partners by kind k, a partner by two kinds counting
    /// in both; diversity 1 − Σ p_k². Kin overlap: pairs tied by another kind than <c>kin</c> that are also kin. Trust is not
    /// in the ties: reciprocity, multiplexity and kin are signs of it. Cost: permutations × ties × kinds². Source: DeBresson and Amesse
    /// 1991, Research Policy 20(5): 363-379; Granovetter 1985, doi:10.1086/228311; framework 8, rows 25 and 30.
    /// </remarks>
    /// <param name="ties">The ties.</param>
    /// <param name="firms">Positions of the firms that could have been named, each once.</param>
    /// <param name="options">Permutations and seed of the p-values.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>Kinds, overlaps and portfolios.</returns>
    /// <exception cref="ArgumentException">A position is not one of the register or comes twice.</exception>
    public static TiePortfolioResult Estimate(
        TieTable ties, IReadOnlyList<int> firms, QapCorrelationOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new QapCorrelationOptions();
        IReadOnlyList<TieLayer> layers = TieLayer.Of(ties, firms);
        HashSet<int>[][] partners = [.. layers.Select(layer => PartnersOf(layer, firms.Count))];
        HashSet<int>[] any = [.. firms.Select((_, firm) => partners.SelectMany(kind => kind[firm]).ToHashSet())];
        int tied = any.Sum(own => own.Count);
        int twice = any.Select((own, firm) => own.Count(other => partners.Count(kind => kind[firm].Contains(other)) >= 2)).Sum();
        return new TiePortfolioResult
        {
            Firms = [.. firms.Select(firm => ties.FirmIds[firm])],
            Layers = layers,
            Overlaps = [.. layers.SelectMany((first, i) => layers.Skip(i + 1).Select(
                second => LayerOverlap.Of(first, second, options, execution, cancellationToken)))],
            Multiplexity = twice / (double)tied,
            Kinds = [.. firms.Select((_, firm) => partners.Count(kind => kind[firm].Count > 0))],
            Diversity = [.. firms.Select((_, firm) => DiversityOf([.. partners.Select(kind => kind[firm].Count)]))],
            Partners = [.. any.Select(own => own.Count)],
            KinOverlap = KinOverlapOf(layers, partners),
            Notes = NotesOf(layers, firms.Count),
            Provenance = new Provenance(
                "collective-efficiency.tie-portfolio", FormattableString.Invariant($"replicates = {options.Replicates}"), Source, options.Seed),
        };
    }

    private static HashSet<int>[] PartnersOf(TieLayer layer, int firms)
    {
        HashSet<int>[] partners = [.. Enumerable.Range(0, firms).Select(_ => new HashSet<int>())];
        foreach ((int from, int to, double _) in layer.Network.Ties())
        {
            partners[from].Add(to);
            partners[to].Add(from);
        }

        return partners;
    }

    private static double DiversityOf(int[] counts)
    {
        double total = counts.Sum();
        return total == 0 ? double.NaN : 1 - counts.Sum(count => count / total * (count / total));
    }

    private static double KinOverlapOf(IReadOnlyList<TieLayer> layers, HashSet<int>[][] partners)
    {
        int kin = layers.ToList().FindIndex(layer => layer.Kind == Kin);
        if (kin < 0)
        {
            return double.NaN;
        }

        (int business, int both) = (0, 0);
        for (int firm = 0; firm < partners[kin].Length; firm++)
        {
            HashSet<int> others = [.. partners.Where((_, kind) => kind != kin).SelectMany(kind => kind[firm])];
            business += others.Count;
            both += others.Count(partners[kin][firm].Contains);
        }

        return both / (double)business;
    }

    private static List<Note> NotesOf(IReadOnlyList<TieLayer> layers, int firms)
    {
        List<Note> notes = [];
        if (layers.Count < 2)
        {
            notes.Add(new Note(
                "one-kind", Severity.Information,
                FormattableString.Invariant($"The ties are of {layers.Count} kinds: overlap and multiplexity are not measured. A column kind with two kinds or more would show them.")));
        }
        else if (LayerOverlap.NotTested(firms) is { } note)
        {
            notes.Add(note);
        }

        if (layers.All(layer => layer.Kind != Kin))
        {
            notes.Add(new Note("no-kin", Severity.Information, "Kin overlap is not measured: ties of the kind kin would show it."));
        }

        return notes;
    }
}
