using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>Capability, effort and absorptive capacity of the firm, with what their intervals mean.</summary>
internal static class ProfileScores
{

    public static Section Compose(ProfilePage page)
    {
        (Score Score, double Low, double High, ClusterBand Band)[] rows = [.. page.Group.Scores.Scores.Scores.Select(score =>
        {
            (double low, double high) = Interval(score, page.Firm);
            return (score, low, high, ClusterBand.Of(page.Cluster, page.Firm, firm => score.Values[firm]));
        })];
        if (rows.Length == 0)
        {
            return new Section("profile_scores", [new ParagraphBlock([Sentence.Of("profile.no_scores")], Tone.Caution)]);
        }

        string Scale(Score score) => page.Texts.Text(score.IsShareOfScale ? "profile.scale_share" : "profile.scale_deviations");
        Table table = Table.Of(
            "firm_scores",
            Column.Of("construct_name", rows.Select(row => (string?)ProfilePage.Sentenced(row.Score.Construct)), "Score", "What is measured."),
            Column.Of("scale", rows.Select(row => (string?)Scale(row.Score)), "Scale", "What the numbers count."),
            Column.Of("own", rows.Select(row => Shown(row.Score.Values[page.Firm])), page.Texts.Text("profile.own"), "The score of the firm."),
            Column.Of("range", rows.Select(row => Range(page, row.Low, row.High)), "Your range", "Limits of the score, 95 %."),
            Column.Of("mean", rows.Select(row => Shown(row.Band.Mean)), "Cluster, mean", "Mean of the cluster's firms."),
            Column.Of("middle_half", rows.Select(row => Range(page, row.Band.Low, row.Band.High)), "Cluster, middle half", "Lower and upper quartile of the cluster's firms; missing with fewer than twenty others."));
        return new Section("profile_scores",
        [
            new TableBlock(table, Sentence.Of("profile.scores_caption")),
            new ListBlock([.. rows.Select(row => Reading(row.Score, page.Firm, row.Low, row.High, row.Band))]),
            new ParagraphBlock([Sentence.Of("profile.interval"), Sentence.Of("profile.apart")]),
        ]);
    }

    private static string? Shown(double value) => double.IsNaN(value) ? null : FormattableString.Invariant($"{value:0.00}");

    private static string? Range(ProfilePage page, double low, double high) => double.IsNaN(low) || double.IsNaN(high)
        ? null
        : page.Texts.Say(Sentence.Of("profile.range", ("low", Shown(low)), ("high", Shown(high))));

    private static (double Low, double High) Interval(Score score, int firm)
    {
        double half = NormalQuantiles.TwoSided95 * score.StandardErrors[firm];
        (double low, double high) = (score.Values[firm] - half, score.Values[firm] + half);
        return score.IsShareOfScale ? (Math.Max(0, low), Math.Min(1, high)) : (low, high);
    }

    private static Sentence Reading(Score score, int firm, double low, double high, ClusterBand band)
    {
        string key = double.IsNaN(score.Values[firm]) ? "profile.unknown"
            : double.IsNaN(low) || double.IsNaN(high) ? "profile.no_interval"
            : !band.IsShown ? "profile.alone"
            : low > band.Mean ? "profile.above"
            : high < band.Mean ? "profile.below"
            : "profile.cannot_tell";
        return Sentence.Of(key, ("construct", ProfilePage.Sentenced(score.Construct)));
    }
}
