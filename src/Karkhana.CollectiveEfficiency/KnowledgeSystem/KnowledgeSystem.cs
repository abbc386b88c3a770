using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Sets the ties along which goods move against those along which knowledge moves.</summary>
public static class KnowledgeSystem
{
    private const string Source = "Bell & Albu 1999, doi:10.1016/S0305-750X(99)00073-X; framework 8, row 6";

    /// <summary>Describes both systems.</summary>
    /// <remarks>
    /// Kinds of ties of one system are joined: a tie of any of them is a tie of the system. Density, reciprocity, overlap
    /// and correlation with its p-value as in <see cref="TiePortfolio"/>. Openness: weighted mean over firms of the mean share of the scale
    /// over the closed items on outside sources. Active share: over the firms, channels sought that were used (answer above
    /// zero) over all channels used. A channel counts once, whatever it brought: shares of channels, not of knowledge.
    /// Cost: permutations × ties. Source: Bell and Albu 1999, doi:10.1016/S0305-750X(99)00073-X, for the two systems and the active and
    /// passive parts; which items stand for them is ours.
    /// </remarks>
    /// <param name="ties">The ties.</param>
    /// <param name="firms">Positions of the firms that could have been named, each once.</param>
    /// <param name="survey">The survey; null when there is none.</param>
    /// <param name="respondents">Positions of the respondents that count.</param>
    /// <param name="options">Which kinds and items belong where, permutations and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>Both systems; what was not asked is NaN and noted.</returns>
    public static KnowledgeSystemResult Estimate(
        TieTable ties, IReadOnlyList<int> firms, Survey? survey, IReadOnlyList<int> respondents, KnowledgeSystemOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(respondents);
        options ??= new KnowledgeSystemOptions();
        IReadOnlyList<TieLayer> layers = TieLayer.Of(ties, firms);
        string[] ids = [.. firms.Select(firm => ties.FirmIds[firm])];
        TieLayer production = Joined("production", ids, layers, options.ProductionKinds);
        TieLayer knowledge = Joined("knowledge", ids, layers, options.KnowledgeKinds);
        double openness = survey is null ? double.NaN : OpennessOf(survey, respondents, options.OpennessConstruct);
        double active = survey is null ? double.NaN : ActiveShareOf(survey, respondents, options);
        return new KnowledgeSystemResult
        {
            Production = production,
            Knowledge = knowledge,
            Overlap = LayerOverlap.Of(production, knowledge, options.Permutations, execution, cancellationToken),
            Openness = openness,
            ActiveShare = active,
            Notes = NotesOf(production, knowledge, openness, active, options),
            Provenance = new Provenance(
                "collective-efficiency.knowledge-system",
                FormattableString.Invariant(
                    $"production = {string.Join('+', options.ProductionKinds)}, knowledge = {string.Join('+', options.KnowledgeKinds)}, replicates = {options.Permutations.Replicates}"),
                Source, options.Permutations.Seed),
        };
    }

    private static TieLayer Joined(string name, string[] ids, IReadOnlyList<TieLayer> layers, IReadOnlyList<string> kinds) => new(
        name, Graph.Of(ids, layers.Where(layer => kinds.Contains(layer.Kind)).SelectMany(layer => layer.Network.Ties())));

    private static double OpennessOf(Survey survey, IReadOnlyList<int> respondents, string construct)
    {
        int[] items = [.. survey.ItemsOf(construct).Where(item => survey.Items[item].IsClosed)];
        double Of(int respondent) => ConstructMeans.MeanOfKnown(
            items.Select(item => survey.Items[item].ShareOfScale(survey.Answers[item][respondent])));
        return WeightedMean.Of(survey, [.. respondents.Where(respondent => !double.IsNaN(Of(respondent)))], Of).Mean;
    }

    private static double ActiveShareOf(Survey survey, IReadOnlyList<int> respondents, KnowledgeSystemOptions options)
    {
        double active = UsesOf(survey, respondents, options.ActiveItems);
        double passive = UsesOf(survey, respondents, options.PassiveItems);
        return active / (active + passive);
    }

    // NaN when none of the items was asked: a share with one side missing would say 0 or 1 by construction.
    private static double UsesOf(Survey survey, IReadOnlyList<int> respondents, IReadOnlyList<string> items)
    {
        double[][] asked = [.. items.Select(survey.AnswersTo).OfType<double[]>()];
        return asked.Length == 0
            ? double.NaN
            : Sums.Sum([.. respondents.Select(respondent => survey.Weights[respondent] * asked.Count(answers => answers[respondent] > 0))]);
    }

    private static List<Note> NotesOf(
        TieLayer production, TieLayer knowledge, double openness, double active, KnowledgeSystemOptions options)
    {
        (bool Missing, string What)[] all =
        [
            (production.Network.TieCount == 0, $"the production system: ties of the kinds {string.Join(", ", options.ProductionKinds)}"),
            (knowledge.Network.TieCount == 0, $"the knowledge system: ties of the kinds {string.Join(", ", options.KnowledgeKinds)}"),
            (double.IsNaN(openness), $"openness: closed items of the construct {options.OpennessConstruct}"),
            (double.IsNaN(active), $"the active share: at least one of {string.Join(", ", options.ActiveItems)} and one of {string.Join(", ", options.PassiveItems)}"),
        ];
        string[] missing = [.. all.Where(one => one.Missing).Select(one => one.What)];
        Note?[] notes =
        [
            missing.Length == 0 ? null : new Note("not-measured", Severity.Information, $"Not measured, and what would show it: {string.Join("; ", missing)}."),
            LayerOverlap.NotTested(production.Network.NodeCount),
        ];
        return [.. notes.OfType<Note>()];
    }
}
