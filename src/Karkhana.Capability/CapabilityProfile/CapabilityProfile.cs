using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Where firms stand on the ladder of each capability function.</summary>
public static class CapabilityProfile
{
    /// <summary>The reproducibility below which levels say too little about a firm to be shown.</summary>
    public const double LeastReproducibility = 0.85;

    /// <summary>The scalability below which the order of the rows adds little to the shares that pass.</summary>
    public const double LeastScalability = 0.6;

    private const double LeastShareAnswered = 0.5;

    /// <summary>Climbs the ladder of the codebook for every surveyed firm.</summary>
    /// <remarks>
    /// Anchors are the items of the construct capability with a function, a complexity row and the scale 0 to 3. See
    /// <see cref="CapabilityLadder"/> for scores, their intervals and levels, and <see cref="GuttmanScale"/> for
    /// reproducibility and scalability. A firm that answered less than half of the anchors that apply to it is left out. Cost: firms ×
    /// anchors. Source: Lall 1992, doi:10.1016/0305-750X(92)90097-F; Guttman 1944, doi:10.2307/2086306.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="options">Share and score to pass.</param>
    /// <returns>The ladders, or null when the codebook has no anchored item.</returns>
    public static CapabilityProfileResult? Estimate(Survey survey, CapabilityLadderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        Anchor[] anchors = [.. AnchorItems.Of(survey)
            .Select(item => new Anchor(item, survey.Items[item].Function, survey.Items[item].Complexity, double.NaN))];
        return anchors.Length == 0 ? null : Climb(survey, anchors, options ?? new CapabilityLadderOptions());
    }

    /// <summary>Climbs any ladder for every surveyed firm.</summary>
    /// <remarks>
    /// As with the ladder of the codebook, but functions, levels and anchors are those of the definition, an item being
    /// found by its id; whatever the codebook says of its construct, function and row. Items that the survey lacks, or
    /// has on another scale than 0 to 3, are left out and named in the result. Functions without anchors are left out.
    /// Cost: firms × anchors. Source: those of the ladder; Guttman 1944, doi:10.2307/2086306.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="ladder">The ladder.</param>
    /// <param name="options">Share and score to pass; the number of levels is that of the ladder.</param>
    /// <returns>The ladders, or null when the survey has none of its items.</returns>
    public static CapabilityProfileResult? Estimate(Survey survey, LadderDefinition ladder, CapabilityLadderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(ladder);
        List<Anchor> anchors = [];
        SortedSet<string> missing = new(StringComparer.Ordinal);
        foreach (LadderFunction function in ladder.Functions)
        {
            foreach (LadderAnchor anchor in ladder.Anchors.Where(anchor => anchor.Function == function.Id))
            {
                if (survey.Find(anchor.Item) is int item and >= 0 && AnchorItems.IsOnScale(survey, item))
                {
                    anchors.Add(new Anchor(item, function.Id, ladder.HeightOf(anchor.Level), anchor.PassScore ?? double.NaN));
                }
                else
                {
                    missing.Add(anchor.Item);
                }
            }
        }

        options = (options ?? new CapabilityLadderOptions()) with { Levels = ladder.Levels.Count };
        return anchors.Count == 0
            ? null
            : Climb(survey, [.. anchors], options) with { Ladder = ladder, MissingItems = [.. missing] };
    }

    private static CapabilityProfileResult Climb(Survey survey, Anchor[] anchors, CapabilityLadderOptions options)
    {
        string[] functions = [.. anchors.Select(anchor => anchor.Function)];
        int[] rows = [.. anchors.Select(anchor => anchor.Row)];
        double[] passScores = [.. anchors.Select(anchor => anchor.PassScore)];
        List<FirmLadder> ladders = [];
        List<CapabilityAnchors> answered = [];
        for (int respondent = 0; respondent < survey.Respondents; respondent++)
        {
            double[] scores = [.. anchors.Select(anchor => survey.Answers[anchor.Item][respondent])];
            int answers = scores.Count(score => !double.IsNaN(score));
            int applicable = anchors.Count(anchor => survey.Missing[anchor.Item][respondent] != MissingCode.NotApplicable);
            if (answers > 0 && answers >= LeastShareAnswered * applicable)
            {
                answered.Add(new CapabilityAnchors(functions, rows, scores) { PassScores = passScores });
                ladders.Add(new FirmLadder(survey.Firms[respondent], CapabilityLadder.Estimate(answered[^1], options)));
            }
        }

        return new CapabilityProfileResult([.. functions.Distinct()], ladders, GuttmanScale.Estimate(answered, options))
        {
            LevelCount = options.Levels,
        };
    }

    private readonly record struct Anchor(int Item, string Function, int Row, double PassScore);
}
