using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>What the firm can do, function by function, beside the cluster.</summary>
internal static class ProfileFunctions
{
    public static Section Compose(ProfilePage page)
    {
        if (page.Ladder is not { } ladder)
        {
            return new Section("profile_functions", [new ParagraphBlock([Sentence.Of("profile.no_ladder")], Tone.Caution)]);
        }

        ClusterBand[] bands = [.. Enumerable.Range(0, ladder.Functions.Count).Select(page.Function)];
        int firms = bands.Max(band => band.Firms);
        Sentence[] reading = firms == 0
            ? [Sentence.Of("profile.reading"), Sentence.Of("profile.no_comparison")]
            : [Sentence.Of("profile.reading"), Sentence.Of(page.IsClustered ? "profile.cluster" : "profile.cluster_of_others", ("firms", firms))];
        return new Section("profile_functions", [new ParagraphBlock(reading), Figure(page, ladder, bands)]);
    }

    private static FigureBlock Figure(ProfilePage page, CapabilityLadderResult ladder, ClusterBand[] bands)
    {
        string own = page.Texts.Text("profile.own");
        string cluster = page.Texts.Text("profile.cluster_band");
        (int Function, string Group, double Estimate, double Low, double High)[] rows = [.. Enumerable.Range(0, bands.Length).SelectMany(
            f => new[]
            {
                (f, own, ladder.Scores[f], ladder.Lows[f], ladder.Highs[f]),
                (f, cluster, bands[f].Mean, bands[f].Low, bands[f].High),
            }).Where(row => !double.IsNaN(row.Item3))];
        Table dots = Table.Of(
            "functions",
            Column.Of("term", rows.Select(row => (string?)ProfilePage.Spaced(ladder.Functions[row.Function])), "Function", "Function of the capability matrix."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Shown", "The firm or the cluster."),
            Column.Of("estimate", rows.Select(row => row.Estimate), page.Texts.Text("profile.axis"), "share", "The score of the firm, the mean of the cluster."),
            Column.Of("conf_low", rows.Select(row => row.Low), "Low", "share", "The lower limit of the firm's score, the lower quartile of the cluster where it is shown."),
            Column.Of("conf_high", rows.Select(row => row.High), "High", "share", "The upper limit of the firm's score, the upper quartile of the cluster where it is shown."));
        return new FigureBlock(
            "firm_functions",
            FigureKind.DotPlot,
            new Dictionary<string, Table> { ["dots"] = dots },
            Sentence.Of("profile.functions_caption"),
            Sentence.Of("profile.functions_alt", ("functions", ladder.Functions.Count)));
    }
}
