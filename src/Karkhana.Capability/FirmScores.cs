using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Capability, effort and absorptive capacity of each firm, each from its own items, never joined in one
/// index.</summary>
/// <param name="Scores">The scores.</param>
/// <param name="Constructs">How each construct with a scale was scored.</param>
/// <param name="AbsorptiveCapacity">The component behind absorptive capacity, or null.</param>
public sealed record FirmScores(
    ScoreTable Scores, IReadOnlyList<ConstructScoreResult> Constructs, PrincipalComponentsResult? AbsorptiveCapacity)
{
    /// <summary>Scores the surveyed firms.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="options">Model, rule and seed; each construct draws its own plausible values.</param>
    /// <param name="execution">Workers; the scores do not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The scores that the survey allows.</returns>
    public static FirmScores Of(
        IReadOnlyList<string> firmIds,
        Survey survey,
        ConstructScoreOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        options ??= new ConstructScoreOptions();
        List<ConstructScoreResult> constructs = [];
        string[] names = [Core.Exchange.Constructs.Capability, Core.Exchange.Constructs.Effort];
        for (int i = 0; i < names.Length; i++)
        {
            if (ConstructScore.Estimate(
                names[i], firmIds, survey, options with { Substream = options.Substream + i }, execution, cancellationToken) is { } scored)
            {
                constructs.Add(scored);
            }
        }

        (Score Score, PrincipalComponentsResult Component)? capacity = Capability.AbsorptiveCapacity.Estimate(firmIds, survey);
        IEnumerable<Score> scores = constructs.Select(construct => construct.Score);
        return new FirmScores(
            new ScoreTable(firmIds, [.. scores, .. capacity is { } found ? [found.Score] : Array.Empty<Score>()]),
            constructs,
            capacity?.Component);
    }

    /// <summary>Gives the reliability of each scale, and by which model it was scored.</summary>
    /// <returns>The table <c>reliability</c>.</returns>
    public Table ToReliability() => Table.Of(
        "reliability",
        Column.Of("construct", Constructs.Select(scored => scored.Score.Construct), "Scale", "Construct of the codebook."),
        Column.Of("items", Constructs.Select(scored => scored.Reliability.Items.Count), "Items", "", "Items that vary."),
        Column.Of("n", Constructs.Select(scored => scored.Choice.Firms), "Firms", "", "Firms that could be scored."),
        Column.Of(
            "model", Constructs.Select(scored => (string?)Words.Spaced(scored.Choice.Used)), "Model", "How the construct was scored."),
        Column.Of(
            "recommended", Constructs.Select(scored => (string?)Words.Spaced(scored.Choice.Recommended)), "Model for this number",
            "What the sample-size ladder names for this number of firms."),
        Column.Of(
            "reason", Constructs.Select(scored => (string?)Words.Spaced(scored.Choice.Reason)), "Why", "Why this model was used."),
        Column.Of(
            "complete", Constructs.Select(scored => scored.Reliability.Respondents), "Complete", "firms",
            "Firms that answered every item; alpha rests on them."),
        Column.Of(
            "estimate", Constructs.Select(scored => scored.Reliability.Alpha), "α", "",
            "Cronbach's alpha; 0.7 for groups, 0.8 to rank firms.", recommended: true),
        Column.Of(
            "latent_reliability", Constructs.Select(scored => scored.Latent?.Reliability ?? double.NaN), "ρ", "",
            "Reliability of the latent scores; missing for sum scores."),
        Column.Of(
            "average_correlation", Constructs.Select(scored => scored.Reliability.AverageCorrelation), "Mean r", "",
            "Mean correlation between two items."));
}
