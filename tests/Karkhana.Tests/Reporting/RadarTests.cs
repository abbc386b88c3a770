using System.Xml.Linq;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Reporting;
using Karkhana.Reporting.Figures;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

public sealed class RadarTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load().With(SampleReport.Texts);

    [Fact]
    public void Axes_go_round_with_the_clock_from_the_top_and_a_missing_score_is_a_corner_at_the_centre()
    {
        RadarTable radar = RadarTable.Of(SampleReport.Figure(FigureKind.Radar));
        (double X, double Y)[] corners = radar.Corners("programme");

        radar.Axes.ShouldBe(["builds capability", "follows demand", "serves groups", "uses market incentives"]);
        corners.Length.ShouldBe(5);
        Near(corners[0], (0, 1));
        Near(corners[1], (1 / 3.0, 0));
        Near(corners[2], (0, -2 / 3.0));
        Near(corners[3], (0, 0));
        Near(corners[4], corners[0]);
        radar.Label(1).ShouldBe("follows demand: 0.33");
        radar.Label(3).ShouldBe("uses market incentives: –");
    }

    [Fact]
    public void Scores_beyond_full_marks_stay_on_the_rim_and_two_groups_get_a_legend()
    {
        FigureBlock two = Of([2, -1, 0.5, 1, 1, 1], ["a", "a", "a", "b", "b", "b"]);
        RadarTable radar = RadarTable.Of(two);

        radar.Scores("a").ShouldBe([1, 0, 0.5]);
        radar.Label(0).ShouldBe("one");
        XElement root = XDocument.Parse(SvgFigure.Render(two, Texts, false)).Root!;
        root.Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(6 + 2);
        VegaPanel panel = VegaLiteSpec.Of(two, null).Single();
        panel.Marks.ShouldBe(6);
        panel.Spec.ToJsonString().ShouldContain("identity");
    }

    private static void Near((double X, double Y) found, (double X, double Y) expected)
    {
        found.X.ShouldBe(expected.X, tolerance: 1e-12);
        found.Y.ShouldBe(expected.Y, tolerance: 1e-12);
    }

    private static FigureBlock Of(double[] scores, string[] groups) => new(
        "radar", FigureKind.Radar,
        new Dictionary<string, Table>
        {
            ["axes"] = Table.Of(
                "axes", Column.Of("term", ["one", "two", "three", "one", "two", "three"]), Column.Of("estimate", scores), Column.Of("group", groups)),
        },
        Sentence.Of("sample.caption", ("what", "Radar")), Sentence.Of("sample.alt", ("what", "Radar")));
}
