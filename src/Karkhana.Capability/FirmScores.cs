using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Capability, effort and absorptive capacity of each firm, each from its own items, never joined in one
/// index.</summary>
/// <param name="Scores">The scores.</param>
/// <param name="Reliability">Cronbach's alpha by construct.</param>
/// <param name="AbsorptiveCapacity">The component behind absorptive capacity, or null.</param>
public sealed record FirmScores(
    ScoreTable Scores, IReadOnlyDictionary<string, CronbachAlphaResult> Reliability, PrincipalComponentsResult? AbsorptiveCapacity)
{
    /// <summary>Scores the surveyed firms.</summary>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="seed">The seed of the plausible values.</param>
    /// <returns>The scores that the survey allows.</returns>
    public static FirmScores Of(IReadOnlyList<string> firmIds, Survey survey, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        List<Score> scores = [];
        Dictionary<string, CronbachAlphaResult> reliability = new(StringComparer.Ordinal);
        string[] constructs = [Constructs.Capability, Constructs.Effort];
        for (int i = 0; i < constructs.Length; i++)
        {
            if (SumScore.Estimate(
                constructs[i], firmIds, survey, new SumScoreOptions { Seed = seed, Substream = i }) is { } scored)
            {
                scores.Add(scored.Score);
                reliability.Add(constructs[i], scored.Reliability);
            }
        }

        (Score Score, PrincipalComponentsResult Component)? capacity = Karkhana.Capability.AbsorptiveCapacity.Estimate(firmIds, survey);
        if (capacity is { } found)
        {
            scores.Add(found.Score);
        }

        return new FirmScores(new ScoreTable(firmIds, scores), reliability, capacity?.Component);
    }

    /// <summary>Gives the reliability of each scale.</summary>
    /// <returns>The table <c>reliability</c>.</returns>
    public Table ToReliability() => Table.Of(
        "reliability",
        Column.Of("construct", Reliability.Keys, "Scale", "Construct of the codebook."),
        Column.Of("items", Reliability.Values.Select(alpha => alpha.Items.Count), "Items", "", "Items that vary."),
        Column.Of(
            "n", Reliability.Values.Select(alpha => alpha.Respondents), "Firms", "", "Firms that answered every item."),
        Column.Of(
            "estimate", Reliability.Values.Select(alpha => alpha.Alpha), "α", "",
            "Cronbach's alpha; 0.7 for groups, 0.8 to rank firms.", recommended: true),
        Column.Of(
            "average_correlation", Reliability.Values.Select(alpha => alpha.AverageCorrelation), "Mean r", "",
            "Mean correlation between two items."));
}
