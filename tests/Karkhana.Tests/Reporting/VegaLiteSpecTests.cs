using System.Text.Json.Nodes;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Reporting;
using Karkhana.Reporting.Figures;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

public sealed class VegaLiteSpecTests
{
    [Fact]
    public void Every_kind_fills_its_container_holds_its_data_and_loads_nothing()
    {
        foreach (FigureKind kind in Enum.GetValues<FigureKind>())
        {
            foreach (VegaPanel panel in VegaLiteSpec.Of(SampleReport.Figure(kind), "synthetic data"))
            {
                ((string?)panel.Spec["width"]).ShouldBe("container");
                ((string?)panel.Spec["title"]).ShouldBe("synthetic data");
                panel.Spec["layer"]!.AsArray().ShouldNotBeEmpty(kind.ToString());
                panel.Spec.ToJsonString().ShouldNotContain("http");
                panel.Spec.ToJsonString().ShouldNotContain("\"url\"");
            }
        }
    }

    [Fact]
    public void The_same_figure_gives_the_same_specification()
    {
        foreach (FigureKind kind in Enum.GetValues<FigureKind>())
        {
            Json(kind).ShouldBe(Json(kind));
        }
    }

    [Fact]
    public void A_map_draws_the_outline_first_as_an_array_of_features_and_clips_it()
    {
        JsonArray layers = Single(FigureKind.Map)["layer"]!.AsArray();

        ((string?)layers[0]!["mark"]!["type"]).ShouldBe("geoshape");
        ((bool?)layers[0]!["mark"]!["clip"]).ShouldBe(true);
        JsonArray land = layers[0]!["data"]!["values"]!.AsArray();
        land.Select(feature => (string?)feature!["properties"]!["name"]).ShouldBe(["Pakistan", "India"], ignoreOrder: true);
        land.ShouldAllBe(feature => (string?)feature!["type"] == "Feature");
        layers[1]!["data"]!["values"]!.AsArray().Count.ShouldBe(240);
        ((string?)layers[1]!["encoding"]!["size"]!["title"]).ShouldBe("Employment (workers)");
        ((string?)layers[1]!["encoding"]!["color"]!["title"]).ShouldBe("Town");
    }

    [Fact]
    public void The_outline_is_cut_to_the_frame()
    {
        GeoBox box = new(70, 30, 76, 34);

        IReadOnlyList<Outline.Land> lands = Outline.Within(box);

        lands.ShouldNotBeEmpty();
        foreach (double[] ring in lands.SelectMany(land => land.Rings))
        {
            (ring[0], ring[1]).ShouldBe((ring[^2], ring[^1]));
            Enumerable.Range(0, ring.Length / 2).ShouldAllBe(point =>
                ring[2 * point] >= 70 && ring[2 * point] <= 76 && ring[(2 * point) + 1] >= 30 && ring[(2 * point) + 1] <= 34);
        }

        Outline.Within(new GeoBox(-150, 0, -148, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Curves_of_several_groups_become_panels_with_one_scale_and_bands_below_the_line()
    {
        IReadOnlyList<VegaPanel> panels = VegaLiteSpec.Of(SampleReport.Figure(FigureKind.CurveWithBand), null);

        panels.Select(panel => panel.Title).ShouldBe(["Daska", "Faisalabad", "Mian Channu"]);
        panels.Select(panel => panel.Spec["layer"]![0]!["encoding"]!["y"]!["scale"]!.ToJsonString()).Distinct().Count().ShouldBe(1);
        Styles(panels[0].Spec).ShouldBe(["band-global", "limit", "limit", "benchmark", "estimate"]);
        panels[0].Spec["data"]!["values"]!.AsArray().Count.ShouldBe(40);
        panels[0].Spec.ContainsKey("title").ShouldBeFalse();
    }

    [Fact]
    public void Notes_on_a_curve_stand_at_their_distance_on_the_curves_own_axis()
    {
        FigureBlock plain = SampleReport.Figure(FigureKind.CurveWithBand);
        FigureBlock noted = plain with
        {
            Data = new Dictionary<string, Table>(plain.Data) { ["marks"] = Table.Of("marks", Column.Of("distance", [4.0]), Column.Of("label", ["peak"])) },
        };

        JsonObject spec = VegaLiteSpec.Of(noted, null)[0].Spec;

        Styles(spec).TakeLast(2).ShouldBe(["marker", "marker-text"]);
        spec["layer"]![5]!["data"]!["values"]!.ToJsonString().ShouldBe("""[{"label":"peak","distance":4}]""");
        spec["layer"]![5]!["encoding"]!["x"]!.ToJsonString().ShouldBe(spec["layer"]![4]!["encoding"]!["x"]!.ToJsonString());
    }

    [Fact]
    public void Areas_are_closed_rings_that_run_with_the_clock_in_the_colours_of_their_classes()
    {
        JsonObject spec = Single(FigureKind.AreaMap);

        JsonObject areas = spec["layer"]!.AsArray()[^1]!.AsObject();
        areas["encoding"]!["color"]!["scale"]!["range"]!.AsArray().Select(colour => (string?)colour).ShouldBe(["#ff0000", "#0000ff", "#eeeeee"]);
        JsonArray features = areas["data"]!["values"]!.AsArray();
        features.Count.ShouldBe(40);
        double[][] ring = [.. features[0]!["geometry"]!["coordinates"]![0]!.AsArray().Select(point => point!.AsArray().Select(number => (double)number!).ToArray())];
        ring[0].ShouldBe(ring[^1]);
        Enumerable.Range(0, ring.Length - 1).Sum(i => (ring[i][0] * ring[i + 1][1]) - (ring[i + 1][0] * ring[i][1])).ShouldBeLessThan(0);
    }

    [Fact]
    public void Many_curves_share_one_drawing_without_bands()
    {
        string[] groups = [.. Enumerable.Range(0, 8).Select(group => $"g{group}")];
        Table table = Table.Of(
            "curve", Column.Of("distance", groups.Select((_, row) => (double)row)), Column.Of("estimate", groups.Select(_ => 1.0)), Column.Of("group", groups));

        IReadOnlyList<VegaPanel> panels = VegaLiteSpec.Of(Figure(FigureKind.CurveWithBand, table), null);

        Styles(panels.ShouldHaveSingleItem().Spec).ShouldBe(["estimate", "benchmark"]);
    }

    [Fact]
    public void Groups_of_the_same_terms_stand_side_by_side_in_colours()
    {
        JsonObject spec = Single(FigureKind.DotPlot);

        Styles(spec).ShouldBe(["interval", "dot"]);
        ((string?)spec["layer"]![1]!["encoding"]!["yOffset"]!["field"]).ShouldBe("group");
        spec["layer"]![1]!["encoding"]!["color"]!["scale"]!["domain"]!.AsArray().Count.ShouldBe(2);
        spec["data"]!["values"]![3]!["conf_high"].ShouldBeNull();
        spec["layer"]![1]!["encoding"]!["y"]!.AsObject().ContainsKey("sort").ShouldBeTrue();
    }

    [Fact]
    public void Networks_colour_by_role_size_by_degree_and_hold_no_names()
    {
        JsonObject spec = Single(FigureKind.Network);

        Styles(spec).ShouldBe(["edge", "node"]);
        ((string?)spec["layer"]![1]!["encoding"]!["color"]!["field"]).ShouldBe("role");
        ((string?)spec["layer"]![1]!["encoding"]!["size"]!["field"]).ShouldBe("degree");
        spec.ToJsonString().ShouldNotContain("works");
    }

    [Fact]
    public void A_matrix_has_a_cell_for_each_tie_and_outlines_its_parts_givers_from_the_top()
    {
        FigureBlock figure = SampleReport.Figure(FigureKind.NetworkMatrix);
        JsonObject spec = Single(FigureKind.NetworkMatrix);

        Styles(spec).ShouldBe(["bars", "limit"]);
        spec["data"]!["values"]!.AsArray().Count.ShouldBe(figure.Data["ties"].RowCount);
        spec["layer"]![1]!["data"]!["values"]!.AsArray().Count.ShouldBe(3);
        JsonNode scale = spec["layer"]![0]!["encoding"]!["y"]!["scale"]!;
        ((bool)scale["reverse"]!).ShouldBeTrue();
        scale["domain"]!.AsArray().Select(end => (double)end!).ShouldBe([0, 240]);
    }

    [Fact]
    public void A_specification_curve_has_its_estimates_over_a_mark_for_each_choice()
    {
        FigureBlock figure = SampleReport.Figure(FigureKind.SpecificationCurve);
        IReadOnlyList<VegaPanel> panels = VegaLiteSpec.Of(figure, null);

        panels.Count.ShouldBe(2);
        Styles(panels[0].Spec).ShouldBe(["limit", "zero", "estimate"]);
        panels[1].Spec["data"]!["values"]!.AsArray().Count.ShouldBe(figure.Data["choices"].RowCount);
        JsonNode Domain(VegaPanel panel) => panel.Spec["layer"]![0]!["encoding"]!["x"]!["scale"]!["domain"]!;
        Domain(panels[0]).ToJsonString().ShouldBe(Domain(panels[1]).ToJsonString());
    }

    [Fact]
    public void Links_of_a_map_lie_between_land_and_points()
    {
        FigureBlock plain = SampleReport.Figure(FigureKind.Map);
        Table links = Table.Of(
            "links",
            Column.Of("from_x", [74.35]), Column.Of("from_y", [32.32]), Column.Of("to_x", [73.08]), Column.Of("to_y", [31.42]), Column.Of("weight", [7.0]));
        FigureBlock figure = plain with { Data = new Dictionary<string, Table> { ["points"] = plain.Data["points"], ["links"] = links } };

        JsonArray layers = VegaLiteSpec.Of(figure, null).Single().Spec["layer"]!.AsArray();

        layers.Select(layer => (string?)layer!["mark"]!["style"]).ShouldBe(["outline", "edge", "place"]);
        SvgFigure.Render(figure, TextCatalogue.Load().With(SampleReport.Texts), synthetic: false).ShouldContain("stroke-width=\"6\"");
    }

    [Fact]
    public void Heat_tables_are_centred_on_zero_and_print_their_labels()
    {
        JsonObject spec = Single(FigureKind.HeatTable);
        JsonArray domain = spec["layer"]![0]!["encoding"]!["color"]!["scale"]!["domain"]!.AsArray();

        ((double)domain[0]!).ShouldBe(-(double)domain[2]!);
        ((int)domain[1]!).ShouldBe(0);
        ((string?)spec["layer"]![1]!["encoding"]!["text"]!["field"]).ShouldBe("label");
    }

    [Fact]
    public void Bars_start_at_zero_and_carry_error_bars()
    {
        JsonObject spec = Single(FigureKind.Bars);

        Styles(spec).ShouldBe(["bars", "error-bar"]);
        ((bool?)spec["layer"]![0]!["encoding"]!["x"]!["scale"]!["zero"]).ShouldBe(true);
        spec["layer"]![0]!["encoding"]!.AsObject().ContainsKey("color").ShouldBeFalse();
    }

    [Fact]
    public void Coefficients_have_a_zero_line_and_a_colour_per_model()
    {
        JsonObject spec = Single(FigureKind.CoefficientPlot);

        Styles(spec).ShouldBe(["interval", "zero", "dot"]);
        ((string?)spec["layer"]![2]!["encoding"]!["color"]!["field"]).ShouldBe("model");
    }

    [Fact]
    public void A_large_register_is_thinned_evenly()
    {
        Table table = Table.Of(
            "points", Column.Of("longitude", Enumerable.Range(0, 25_000).Select(row => row / 1000.0)), Column.Of("latitude", Enumerable.Repeat(1.0, 25_000)));
        FigureTable points = FigureTable.Of(Figure(FigureKind.Map, table), "points");

        points.Count.ShouldBe(FigureTable.MostRows);
        points.IsThinned.ShouldBeTrue();
        points.Numbers("longitude")[^1].ShouldBe(24.997, tolerance: 1e-9);
    }

    [Fact]
    public void A_figure_without_its_table_is_refused() => Should.Throw<ArgumentException>(
        () => VegaLiteSpec.Of(Figure(FigureKind.Bars, Table.Of("dots", Column.Of("term", ["a"]))), null)).Message.ShouldContain("bars");

    private static FigureBlock Figure(FigureKind kind, Table table) => new(
        "f", kind, new Dictionary<string, Table> { [table.Name] = table }, Sentence.Of("report.contents"), Sentence.Of("report.contents"));

    private static JsonObject Single(FigureKind kind) => VegaLiteSpec.Of(SampleReport.Figure(kind), null).ShouldHaveSingleItem().Spec;

    private static string Json(FigureKind kind) =>
        string.Concat(VegaLiteSpec.Of(SampleReport.Figure(kind), "mark").Select(panel => panel.Spec.ToJsonString()));

    private static IEnumerable<string?> Styles(JsonObject spec) => spec["layer"]!.AsArray().Select(layer => (string?)layer!["mark"]!["style"]);
}
