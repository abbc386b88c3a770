using System.Xml.Linq;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Reporting;
using Karkhana.Reporting.Drawing;
using Karkhana.Reporting.Figures;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

public sealed class SvgFigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly TextCatalogue Texts = TextCatalogue.Load().With(SampleReport.Texts);

    [Theory]
    [InlineData(FigureKind.Map)]
    [InlineData(FigureKind.CurveWithBand)]
    [InlineData(FigureKind.DotPlot)]
    [InlineData(FigureKind.Network)]
    [InlineData(FigureKind.HeatTable)]
    [InlineData(FigureKind.Bars)]
    [InlineData(FigureKind.CoefficientPlot)]
    [InlineData(FigureKind.CurvePanels)]
    [InlineData(FigureKind.PersonItemMap)]
    [InlineData(FigureKind.NetworkMatrix)]
    [InlineData(FigureKind.SpecificationCurve)]
    [InlineData(FigureKind.TradeOff)]
    [InlineData(FigureKind.Radar)]
    public void Every_kind_is_well_formed_described_marked_and_the_same_each_time(FigureKind kind)
    {
        FigureBlock figure = SampleReport.Figure(kind, "<Daska> & \"sons\"\u0001");
        string drawing = SvgFigure.Render(figure, Texts, synthetic: true);
        XElement root = XDocument.Parse(drawing).Root!;

        root.Name.ShouldBe(Svg + "svg");
        root.Element(Svg + "title")!.Value.ShouldBe(Texts.Say(figure.Caption));
        root.Element(Svg + "desc")!.Value.ShouldBe(Texts.Say(figure.AltText));
        root.Elements(Svg + "text").Select(text => text.Value).ShouldContain("synthetic data");
        root.Descendants().Attributes().Select(attribute => attribute.Value).ShouldAllBe(value => !value.Contains("NaN"));
        drawing.ShouldNotContain("works");
        SvgFigure.Render(figure, Texts, synthetic: true).ShouldBe(drawing);
    }

    [Fact]
    public void A_trade_off_says_that_costs_are_on_a_logarithmic_scale_and_a_loss_is_not_green()
    {
        FigureBlock figure = SampleReport.Figure(FigureKind.TradeOff);
        string drawing = SvgFigure.Render(figure, Texts, false);
        string spec = VegaLiteSpec.Of(figure, null, Texts)[0].Spec.ToJsonString();

        drawing.ShouldContain("logarithmic scale");
        spec.ShouldContain("logarithmic scale");
        string[] colours = [.. new[] { "gain", "no gain found", "loss" }.Select(TradeOffSpec.ColourOf)];
        colours.Distinct().Count().ShouldBe(3);
        colours.ShouldNotContain(Palette.Class(2)); // green
        new[] { "loss", "gain" }.Select(TradeOffSpec.ColourOf).ShouldBe([colours[2], colours[0]]); // whatever their order
    }

    [Fact]
    public void Marks_are_as_many_as_the_rows()
    {
        XElement root = XDocument.Parse(SvgFigure.Render(SampleReport.Figure(FigureKind.CoefficientPlot), Texts, false)).Root!;

        root.Elements(Svg + "circle").Count().ShouldBe(10 + 2); // and two in the legend
    }

    [Fact]
    public void A_single_row_missing_numbers_and_no_rows_still_draw()
    {
        foreach (FigureKind kind in Enum.GetValues<FigureKind>())
        {
            foreach (double[] values in new double[][] { [], [0], [double.NaN], [5, 5] })
            {
                XDocument.Parse(SvgFigure.Render(Flat(kind, values), Texts, false))
                    .Descendants().Attributes().ShouldAllBe(attribute => !attribute.Value.Contains("NaN") && !attribute.Value.Contains('∞'), kind.ToString());
                HtmlReport.Render(new Report("T", false, [new Section("map", [Flat(kind, values)])], []), Texts).ShouldNotBeEmpty();
            }
        }
    }

    private static FigureBlock Flat(FigureKind kind, double[] values)
    {
        string[] numbers =
        [
            "longitude", "latitude", "size", "distance", "estimate", "conf_low", "conf_high", "benchmark", "x", "y", "degree",
            "from_x", "from_y", "to_x", "to_y", "low", "high", "n", "weight",
        ];
        string[] texts = ["group", "term", "row", "column", "label", "role", "model", "panel"];
        Table table = Table.Of(
            "t",
            [.. numbers.Select(name => Column.Of(name, values)), .. texts.Select(name => Column.Of(name, values.Select(_ => "a"))),
                Column.Of("outline", values.Select(_ => "74 32, 75 32, 75 33")), Column.Of("colour", values.Select(_ => "#ff0000"))]);
        string[] names = ["points", "curve", "dots", "nodes", "edges", "cells", "bars", "coefficients", "areas", "classes", "curves", "items", "persons", "ties", "blocks", "links", "specifications", "choices", "axes"];
        return new FigureBlock(
            "flat", kind, names.ToDictionary(name => name, _ => table), Sentence.Of("report.contents"), Sentence.Of("report.contents"));
    }
}
