using Karkhana.Core.Documents;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;

namespace Karkhana.Testing;

/// <summary>An invented report with a figure of every kind, tables and paragraphs of every tone.</summary>
public static class SampleReport
{
    private static readonly string[] Towns = ["Daska", "Faisalabad", "Mian Channu"];

    /// <summary>Gets the sentences of the report.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["sample.plain"] = "The register holds {firms:n0} firms in three towns; {share:p0} of them make threshers.",
        ["sample.finding"] = "Makers of threshers stand {ratio:s2} times as often within 2 km of each other as all firms do.",
        ["sample.caution"] = "The survey reached {share:p0} of the firms, fewer in the smallest class than in the others.",
        ["sample.item"] = "Ask the firms that did not answer, beginning with {town}.",
        ["sample.caption"] = "{what}",
        ["sample.alt"] = "A figure of the kind {what} that shows invented numbers.",
    };

    /// <summary>Makes the report.</summary>
    /// <param name="synthetic">Whether it says that its data are synthetic.</param>
    /// <param name="town">The name of a town, to try hostile ones.</param>
    /// <returns>The report.</returns>
    public static Report Make(bool synthetic = true, string town = "Daska") => new(
        $"Farm equipment making in {town}",
        synthetic,
        [
            new Section("summary",
            [
                new ParagraphBlock([Sentence.Of("sample.plain", ("firms", 1204), ("share", 0.314))]),
                new ParagraphBlock([Sentence.Of("sample.finding", ("ratio", 2.4371))], Tone.Finding),
                new ParagraphBlock([Sentence.Of("sample.caution", ("share", 0.62))], Tone.Caution),
                new ListBlock([Sentence.Of("sample.item", ("town", town)), Sentence.Of("sample.item", ("town", "Mian Channu"))]),
            ]),
            new Section("map", [Map(town), new TableBlock(FirmTable(12, town), Caption("Firms by town and trade"))]),
            new Section("concentration", [Curve(1), Curve(3), Bars()]),
            new Section("network", [Network(town), NetworkMatrix()]),
            new Section("capability", [Dots(), Panels(), PersonsAndItems(), new TableBlock(FirmTable(640, town), Caption("Capability of every firm group"))]),
            new Section("channels", [Heat()]),
            new Section("estimates", [Coefficients(), Specifications(), TradeOff(), Radar()]),
        ],
        [new("Version", "0.1.0"), new("Seed", "2003"), new("Input", "firms.csv 9f86d081884c7d659a2feaa0c55ad015")]);

    /// <summary>Makes the figure of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="town">The name of a town.</param>
    /// <returns>The figure.</returns>
    public static FigureBlock Figure(FigureKind kind, string town = "Daska") => kind switch
    {
        FigureKind.Map => Map(town),
        FigureKind.CurveWithBand => Curve(3),
        FigureKind.DotPlot => Dots(),
        FigureKind.Network => Network(town),
        FigureKind.HeatTable => Heat(),
        FigureKind.Bars => Bars(),
        FigureKind.AreaMap => Areas(),
        FigureKind.CurvePanels => Panels(),
        FigureKind.PersonItemMap => PersonsAndItems(),
        FigureKind.NetworkMatrix => NetworkMatrix(),
        FigureKind.SpecificationCurve => Specifications(),
        FigureKind.TradeOff => TradeOff(),
        FigureKind.Radar => Radar(),
        _ => Coefficients(),
    };

    private static Sentence Caption(string what) => Sentence.Of("sample.caption", ("what", what));

    private static FigureBlock Block(string id, FigureKind kind, string caption, params Table[] tables) => new(
        id, kind, tables.ToDictionary(table => table.Name), Caption(caption), Sentence.Of("sample.alt", ("what", kind.ToString())));

    private static double[] Draws(int count, int replicate)
    {
        RandomStream stream = new(2003, RandomPurpose.Example, replicate);
        return [.. Enumerable.Range(0, count).Select(_ => stream.NextDouble())];
    }

    private static FigureBlock TradeOff() => Block("lever-tradeoff", FigureKind.TradeOff, "The gain of dear levers is not the largest", Table.Of(
        "points",
        Column.Of("label", ["P02", "P05", "P12"], label: "Policy"),
        Column.Of("term", ["Group consulting", "Common facility", "Outside technology"], label: "Lever"),
        Column.Of("x", [2.5, 160, 20.0], label: "Cost", unit: "million PKR"),
        Column.Of("x_low", [2.1, 140, 17.0], label: "Low"),
        Column.Of("x_high", [3.0, 175, 24.0], label: "High"),
        Column.Of("estimate", [0.006, 0.001, 0.036], label: "Gain"),
        Column.Of("conf_low", [0.004, -0.001, 0.028], label: "Low"),
        Column.Of("conf_high", [0.008, 0.003, 0.044], label: "High"),
        Column.Of("group", ["gain", "no gain found", "gain"], label: "In the model")));

    private static FigureBlock Radar() => Block("programme-design", FigureKind.Radar, "The programme builds capability and does not follow demand", Table.Of(
        "axes",
        Column.Of("term", ["builds capability", "follows demand", "serves groups", "uses market incentives"], label: "Feature"),
        Column.Of("estimate", [1, 1 / 3.0, 2 / 3.0, double.NaN], label: "Score", unit: "share"),
        Column.Of("group", Enumerable.Repeat("programme", 4), label: "Policy")));

    private static FigureBlock Map(string town)
    {
        string[] towns = [town, Towns[1], Towns[2]];
        double[] longitudes = [74.35, 73.08, 72.35];
        double[] latitudes = [32.32, 31.42, 30.44];
        double[] draws = Draws(720, 1);
        int[] rows = [.. Enumerable.Range(0, 240)];
        return Block("firms-map", FigureKind.Map, "Firms gather in three towns of the Punjab, two hours apart", Table.Of(
            "points",
            Column.Of("longitude", rows.Select(row => longitudes[row % 3] + (0.25 * (draws[row] - 0.5)))),
            Column.Of("latitude", rows.Select(row => latitudes[row % 3] + (0.2 * (draws[row + 240] - 0.5)))),
            Column.Of("group", rows.Select(row => towns[row % 3]), label: "Town"),
            Column.Of("size", rows.Select(row => Math.Round(1 + (60 * Math.Pow(draws[row + 480], 4)))), label: "Employment", unit: "workers")));
    }

    private static FigureBlock Curve(int groups)
    {
        List<(double R, int Group)> rows = [.. Enumerable.Range(0, groups).SelectMany(group => Enumerable.Range(0, 40).Select(r => (0.5 + (r * 0.5), group)))];
        double Observed((double R, int Group) row) => 1 + ((3 - row.Group) * 0.7 * Math.Exp(-row.R / 4)) + (0.05 * Math.Sin(row.R * 2));
        return Block($"curve-{groups}", FigureKind.CurveWithBand, "Makers of threshers are twice as dense within 4 km as chance allows", Table.Of(
            "curve",
            Column.Of("distance", rows.Select(row => row.R), label: "Distance", unit: "km"),
            Column.Of("estimate", rows.Select(Observed), label: "M(r)"),
            Column.Of("pointwise_low", rows.Select(row => 1 - (0.5 / (1 + row.R)))),
            Column.Of("pointwise_high", rows.Select(row => 1 + (0.6 / (1 + row.R)))),
            Column.Of("global_low", rows.Select(row => 1 - (0.9 / (1 + row.R)))),
            Column.Of("global_high", rows.Select(row => 1 + (1.1 / (1 + row.R)))),
            Column.Of("benchmark", rows.Select(_ => 1.0)),
            Column.Of("group", rows.Select(row => Towns[row.Group]), label: "Town")));
    }

    private static FigureBlock Areas()
    {
        string[] classes = ["high-high", "low-low", "not significant"];
        (int Column, int Row)[] cells = [.. Enumerable.Range(0, 40).Select(cell => (cell % 8, cell / 8))];
        string Outline((int Column, int Row) cell)
        {
            double west = 74.1 + (0.05 * cell.Column);
            double south = 32.1 + (0.04 * cell.Row);
            return FormattableString.Invariant($"{west:0.###} {south:0.###}, {west + 0.05:0.###} {south:0.###}, {west + 0.05:0.###} {south + 0.04:0.###}, {west:0.###} {south + 0.04:0.###}");
        }

        return Block(
            "cells-map", FigureKind.AreaMap, "Makers of ploughs gather in the south-west of the district",
            Table.Of(
                "areas",
                Column.Of("group", cells.Select(cell => classes[cell.Column + cell.Row < 4 ? 0 : cell.Row > 3 ? 1 : 2]), label: "Class"),
                Column.Of("label", cells.Select(cell => FormattableString.Invariant($"column {cell.Column}, row {cell.Row}")), label: "Cell"),
                Column.Of("outline", cells.Select(Outline), label: "Outline")),
            Table.Of("classes", Column.Of("group", classes), Column.Of("colour", ["#ff0000", "#0000ff", "#eeeeee"])));
    }

    private static FigureBlock Network(string town)
    {
        double[] draws = Draws(120, 2);
        int[] nodes = [.. Enumerable.Range(0, 60)];
        (int From, int To)[] ties = [.. Enumerable.Range(1, 59).Select(node => (node, (int)(draws[node] * node))), (5, 9), (12, 30), (4, 44)];
        double X(int node) => (0.3 + Math.Sqrt(draws[node])) * Math.Cos(node * 2.4);
        double Y(int node) => (0.3 + Math.Sqrt(draws[node])) * Math.Sin(node * 2.4);
        string[] roles = ["gatekeeper", "source", "absorber", "isolate"];
        return Block(
            "network", FigureKind.Network, "Eleven gatekeepers carry what comes from outside into the cluster",
            Table.Of(
                "nodes",
                Column.Of("firm", nodes.Select(node => $"{town} works {node}")),
                Column.Of("x", nodes.Select(X)),
                Column.Of("y", nodes.Select(Y)),
                Column.Of("role", nodes.Select(node => roles[node % 4]), label: "Role"),
                Column.Of("degree", nodes.Select(node => ties.Count(tie => tie.From == node || tie.To == node)), label: "Partners")),
            Table.Of(
                "edges",
                Column.Of("from_x", ties.Select(tie => X(tie.From))),
                Column.Of("from_y", ties.Select(tie => Y(tie.From))),
                Column.Of("to_x", ties.Select(tie => X(tie.To))),
                Column.Of("to_y", ties.Select(tie => Y(tie.To)))));
    }

    private static FigureBlock NetworkMatrix()
    {
        double[] draws = Draws(240 * 240, 4);
        (int From, int To)[] ties = [.. Enumerable.Range(0, 240 * 240).Select(cell => (cell / 240, cell % 240)).Where(
            pair => pair.Item1 != pair.Item2 && draws[(pair.Item1 * 240) + pair.Item2] < (pair.Item1 / 80 == pair.Item2 / 80 ? 0.06 : 0.004))];
        return Block(
            "network-matrix", FigureKind.NetworkMatrix, "Advice stays within three groups of firms",
            Table.Of(
                "ties",
                Column.Of("x", ties.Select(tie => tie.To + 1), label: "Receiver"),
                Column.Of("y", ties.Select(tie => tie.From + 1), label: "Giver"),
                Column.Of("group", ties.Select(tie => tie.From / 80 == tie.To / 80 ? "within a group" : "between groups"), label: "Tie")),
            Table.Of("blocks", Column.Of("low", [1, 81, 161]), Column.Of("high", [80, 160, 240])));
    }

    private static FigureBlock Specifications()
    {
        string[] controls = ["all controls", "no controls"];
        string[] errors = ["errors in space, 10 km", "errors within places", "independent errors"];
        double[] estimates = [.. Draws(60, 5).Select(draw => (0.5 * draw) - 0.1).Order()];
        (int Row, string Term, string Group)[] choices = [.. Enumerable.Range(0, estimates.Length).SelectMany(
            row => new[] { (row, controls[row % 2], "controls"), (row, errors[row % 3], "errors") })];
        return Block(
            "specifications", FigureKind.SpecificationCurve, "Most specifications agree",
            Table.Of(
                "specifications",
                Column.Of("x", estimates.Select((_, row) => row + 1), label: "Specification"),
                Column.Of("estimate", estimates, label: "Association"),
                Column.Of("conf_low", estimates.Select(estimate => estimate - 0.15), label: "Low"),
                Column.Of("conf_high", estimates.Select(estimate => estimate + 0.15), label: "High"),
                Column.Of("group", estimates.Select(estimate => estimate > 0.15 ? "clearly above zero" : "not clear"), label: "Clear")),
            Table.Of(
                "choices",
                Column.Of("x", choices.Select(choice => choice.Row + 1), label: "Specification, by size of the estimate"),
                Column.Of("term", choices.Select(choice => choice.Term), label: "Choice"),
                Column.Of("group", choices.Select(choice => choice.Group), label: "Question")));
    }

    private static FigureBlock Dots()
    {
        string[] terms = ["Investment", "Process engineering", "Product engineering", "Industrial engineering", "Linkages"];
        return Block("functions", FigureKind.DotPlot, "Firms are strongest in production and weakest in linkages", Table.Of(
            "dots",
            Column.Of("term", terms.Concat(terms), label: "Function"),
            Column.Of("estimate", Enumerable.Range(0, 10).Select(row => 1.2 + (0.21 * row) - (0.5 * (row / 5))), label: "Mean level"),
            Column.Of("conf_low", Enumerable.Range(0, 10).Select(row => 1.0 + (0.2 * row) - (0.5 * (row / 5)))),
            Column.Of("conf_high", Enumerable.Range(0, 10).Select(row => row == 3 ? double.NaN : 1.45 + (0.22 * row) - (0.5 * (row / 5)))),
            Column.Of("group", Enumerable.Range(0, 10).Select(row => row < 5 ? "in the cluster" : "dispersed"), label: "Place")));
    }

    private static FigureBlock Panels()
    {
        (int Item, int Category, double Theta)[] rows = [.. Enumerable.Range(0, 4).SelectMany(item => Enumerable.Range(0, 3).SelectMany(
            category => Enumerable.Range(0, 25).Select(step => (item, category, -3 + (step * 0.25)))))];
        double Pass(int item, int step, double theta) => 1 / (1 + Math.Exp(-(1 + (0.4 * item)) * (theta - (0.5 * item) - step + 1)));
        double Probability((int Item, int Category, double Theta) row) => row.Category switch
        {
            0 => 1 - Pass(row.Item, 0, row.Theta),
            1 => Pass(row.Item, 0, row.Theta) - Pass(row.Item, 1, row.Theta),
            _ => Pass(row.Item, 1, row.Theta),
        };
        return Block("item-curves", FigureKind.CurvePanels, "Harder items need more capability for the same answer", Table.Of(
            "curves",
            Column.Of("x", rows.Select(row => row.Theta), label: "Capability", unit: "SD"),
            Column.Of("estimate", rows.Select(Probability), label: "Probability"),
            Column.Of("group", rows.Select(row => (string?)FormattableString.Invariant($"{row.Category}")), label: "Answer"),
            Column.Of("panel", rows.Select(row => (string?)FormattableString.Invariant($"C{row.Item + 1:00}")), label: "Item")));
    }

    private static FigureBlock PersonsAndItems()
    {
        (int Item, int Step)[] steps = [.. Enumerable.Range(0, 20).SelectMany(item => Enumerable.Range(1, 3).Select(step => (item, step)))];
        int[] classes = [.. Enumerable.Range(0, 12)];
        return Block(
            "wright-map", FigureKind.PersonItemMap, "Few firms reach the last step of the hard items",
            Table.Of(
                "items",
                Column.Of("term", steps.Select(row => (string?)FormattableString.Invariant($"C{row.Item + 1:00}")), label: "Item"),
                Column.Of("estimate", steps.Select(row => -2 + (0.09 * row.Item) + (0.9 * (row.Step - 1)) + (0.3 * Math.Sin(row.Item))), label: "Capability", unit: "SD"),
                Column.Of("group", steps.Select(row => (string?)FormattableString.Invariant($"{row.Step}")), label: "Step into answer")),
            Table.Of(
                "persons",
                Column.Of("low", classes.Select(at => -3 + (0.5 * at)), label: "From", unit: "SD"),
                Column.Of("high", classes.Select(at => -2.5 + (0.5 * at)), label: "To", unit: "SD"),
                Column.Of("n", classes.Select(at => (int)(40 * Math.Exp(-0.08 * (at - 5) * (at - 5)))), label: "Firms")));
    }

    private static FigureBlock Heat()
    {
        string[] advantages = ["Labour pooling", "Input sharing", "Knowledge spillovers", "Joint action"];
        string[] channels = ["Search", "Own effort", "Interaction with customers", "Training", "Hiring"];
        double[] values = [.. Enumerable.Range(0, 20).Select(cell => cell == 7 ? double.NaN : Math.Round(0.55 * Math.Sin(cell * 1.7), 2))];
        return Block("channels", FigureKind.HeatTable, "Knowledge spillovers feed learning through search and customers", Table.Of(
            "cells",
            Column.Of("row", Enumerable.Range(0, 20).Select(cell => advantages[cell / 5]), label: "Advantage"),
            Column.Of("column", Enumerable.Range(0, 20).Select(cell => channels[cell % 5]), label: "Channel"),
            Column.Of("estimate", values, label: "Standardised effect"),
            Column.Of("label", values.Select(value => double.IsNaN(value) ? "n.a." : FormattableString.Invariant($"{value:0.00}")))));
    }

    private static FigureBlock Bars() => Block("shares", FigureKind.Bars, "Half of the firms learn by one channel only", Table.Of(
        "bars",
        Column.Of("term", ["Passive", "Interactive", "Searching", "Absorptive"], label: "Regime"),
        Column.Of("estimate", [0.48, 0.27, 0.16, 0.09], label: "Share of firms"),
        Column.Of("conf_low", [0.41, 0.21, 0.11, 0.05]),
        Column.Of("conf_high", [0.55, 0.33, 0.21, 0.14]),
        Column.Of("group", ["", "", "", ""])));

    private static FigureBlock Coefficients()
    {
        string[] terms = ["Knowledge spillovers", "Labour pooling", "Joint action", "Spillovers × absorptive capacity", "Log employment"];
        return Block("coefficients", FigureKind.CoefficientPlot, "Spillovers help those firms that make an effort of their own", Table.Of(
            "coefficients",
            Column.Of("term", terms.Concat(terms), label: "Term"),
            Column.Of("estimate", Enumerable.Range(0, 10).Select(row => 0.3 * Math.Cos(row * 1.3)), label: "Effect on capability", unit: "levels"),
            Column.Of("conf_low", Enumerable.Range(0, 10).Select(row => (0.3 * Math.Cos(row * 1.3)) - 0.12)),
            Column.Of("conf_high", Enumerable.Range(0, 10).Select(row => (0.3 * Math.Cos(row * 1.3)) + 0.14)),
            Column.Of("model", Enumerable.Range(0, 10).Select(row => row < 5 ? "M3 pooled" : "M7 moderated"), label: "Model")));
    }

    private static Table FirmTable(int rows, string town)
    {
        double[] draws = Draws(rows, 3);
        return Table.Of(
            $"groups_{rows}",
            Column.Of("place", Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? town : Towns[row % 3]), label: "Town", description: "Where the firms are"),
            Column.Of("n", Enumerable.Range(0, rows).Select(row => (row * 7) % 40), label: "Firms"),
            Column.Of("estimate", draws.Select((draw, row) => row == 4 ? double.NaN : 2 * draw), label: "Capability", unit: "levels", description: "Mean of five functions", recommended: true),
            Column.Of("turnover", draws.Select(draw => 3e6 * draw), label: "Turnover", unit: "PKR"),
            Column.Of("p_value", draws.Select(draw => draw * draw * draw), label: "p"),
            Column.Of("clustered", draws.Select(draw => draw > 0.5), label: "In a cluster"));
    }
}
