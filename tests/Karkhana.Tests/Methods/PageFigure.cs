using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Tables;
using Karkhana.Reporting;

namespace Karkhana.Tests.Methods;

/// <summary>Draws what the example of a method's page gives, by the shape of the outputs.</summary>
internal static class PageFigure
{
    private const int Most = 16;

    private static readonly TextCatalogue Texts = TextCatalogue.Load().With(
    [
        new("page.caption", "{what}"),
        new("page.alt", "The outputs of the example on the page of {what}."),
    ]);

    public static string Svg(Measure measure, MeasureRequest request, MeasureOutputs outputs)
    {
        Dictionary<string, MeasureOutput> all = new(outputs.All, StringComparer.Ordinal);
        (FigureKind kind, Table[] tables) =
            Scatter(request, all) ?? Graph(request, all) ?? Curve(all) ?? NamedLimits(all) ?? Matrix(all) ?? Units(all) ?? Against(all) ?? Scalars(all);
        return SvgFigure.Render(
            new FigureBlock(
                measure.Id.Replace('.', '-'), kind, tables.ToDictionary(table => table.Name),
                Sentence.Of("page.caption", ("what", measure.Summary)), Sentence.Of("page.alt", ("what", measure.Id))),
            Texts, synthetic: false);
    }

    private static (FigureKind, Table[])? Scatter(MeasureRequest request, Dictionary<string, MeasureOutput> all)
    {
        if (!all.TryGetValue("cluster", out MeasureOutput? clusters) || request.OptionalTable("points") is not { } points
            || clusters.Numbers!.Count != points.RowCount)
        {
            return null;
        }

        return (FigureKind.Network, Nodes(points, clusters.Numbers.Select(label => label == 0 ? "noise" : $"cluster {Text(label)}"), []));
    }

    private static (FigureKind, Table[])? Graph(MeasureRequest request, Dictionary<string, MeasureOutput> all)
    {
        if (!all.TryGetValue("from", out MeasureOutput? from) || from.Numbers is null || request.OptionalTable("points") is not { } points)
        {
            return null;
        }

        (int, int)[] edges = [.. from.Numbers.Zip(all["to"].Numbers!, (a, b) => ((int)a - 1, (int)b - 1))];
        return (FigureKind.Network, Nodes(points, Enumerable.Repeat("point", points.RowCount), edges));
    }

    private static Table[] Nodes(BoundTable points, IEnumerable<string> roles, (int From, int To)[] edges)
    {
        (double[] x, double[] y) = (points.Numbers("x"), points.Numbers("y"));
        return
        [
            Table.Of(
                "nodes", Column.Of("firm", x.Select((_, i) => $"point {Text(i + 1)}")), Column.Of("x", x), Column.Of("y", y),
                Column.Of("role", roles, "Points"), Column.Of("degree", x.Select(_ => double.NaN))),
            Table.Of(
                "edges", Column.Of("from_x", edges.Select(edge => x[edge.From])), Column.Of("from_y", edges.Select(edge => y[edge.From])),
                Column.Of("to_x", edges.Select(edge => x[edge.To])), Column.Of("to_y", edges.Select(edge => y[edge.To]))),
        ];
    }

    private static (FigureKind, Table[])? Curve(Dictionary<string, MeasureOutput> all)
    {
        if (!all.TryGetValue("distance", out MeasureOutput? distances) || distances.Shape != OutputShape.Vector
            || (all.GetValueOrDefault("estimate") ?? all.GetValueOrDefault("observed")) is not { Shape: OutputShape.Vector, Numbers.Count: > 1 } curve)
        {
            return null;
        }

        IReadOnlyList<double> r = distances.Numbers!;
        IEnumerable<double> None() => Enumerable.Repeat(double.NaN, r.Count);
        IEnumerable<double> Of(string name) => all.GetValueOrDefault(name) is { Shape: OutputShape.Vector, Numbers: { } numbers } ? numbers : None();
        return (FigureKind.CurveWithBand, [Table.Of(
            "curve", Column.Of("distance", r, "Distance"), Column.Of("estimate", curve.Numbers!, curve.Name),
            Column.Of("pointwise_low", Of("lower_pointwise")), Column.Of("pointwise_high", Of("upper_pointwise")),
            Column.Of("global_low", Of("lower")), Column.Of("global_high", Of("upper")), Column.Of("benchmark", None()),
            Column.Of("group", r.Select(_ => "")))]);
    }

    // Vectors with limits of their own name: first_order, first_order_conf_low, first_order_conf_high.
    private static (FigureKind, Table[])? NamedLimits(Dictionary<string, MeasureOutput> all)
    {
        MeasureOutput[] shown = [.. all.Values.Where(output => output.Shape == OutputShape.Vector && all.ContainsKey($"{output.Name}_conf_low"))];
        if (shown.Length == 0 || !all.TryGetValue("variable", out MeasureOutput? variables))
        {
            return null;
        }

        return (FigureKind.Bars, [Limits(
            "bars",
            shown.SelectMany(output => variables.Texts!.Select(variable => $"{variable}, {output.Name}")),
            [.. shown.SelectMany(output => output.Numbers!)],
            (shown.SelectMany(output => all[$"{output.Name}_conf_low"].Numbers!), shown.SelectMany(output => all[$"{output.Name}_conf_high"].Numbers!)),
            "Value")]);
    }

    private static (FigureKind, Table[])? Matrix(Dictionary<string, MeasureOutput> all)
    {
        MeasureOutput? matrix = all.Values.FirstOrDefault(output => output is { Shape: OutputShape.Matrix, Numbers: not null });
        if (matrix is null || all.ContainsKey("term"))
        {
            return null;
        }

        (int Row, int Column)[] cells =
            [.. Enumerable.Range(0, Math.Min(Most, matrix.Rows.Count)).SelectMany(row => Enumerable.Range(0, Math.Min(8, matrix.Columns.Count)).Select(column => (row, column)))];
        double[] values = [.. cells.Select(cell => matrix.Numbers![(cell.Row * matrix.Columns.Count) + cell.Column])];
        return (FigureKind.HeatTable, [Table.Of(
            "cells", Column.Of("row", cells.Select(cell => matrix.Rows[cell.Row])), Column.Of("column", cells.Select(cell => matrix.Columns[cell.Column])),
            Column.Of("estimate", values, matrix.Name), Column.Of("label", values.Select(Short)))]);
    }

    private static (FigureKind, Table[])? Units(Dictionary<string, MeasureOutput> all)
    {
        MeasureOutput[] vectors = [.. all.Values.Where(output => output.Shape == OutputShape.Vector)];
        if (vectors.All(output => output.Numbers?.Count == 1) || NumbersToShow(vectors) is not { } numbers)
        {
            return null;
        }

        int rows = Math.Min(Most, numbers.Numbers!.Count);
        MeasureOutput? labels = vectors.FirstOrDefault(output => output != numbers && (output.Texts?.Count ?? output.Numbers!.Count) == numbers.Numbers.Count);
        string[] terms = [.. Enumerable.Range(0, rows).Select(row => LabelOf(labels, row))];
        double[] values = [.. numbers.Numbers.Take(rows)];
        if (!all.ContainsKey("term") && all.GetValueOrDefault("conf_low") is { Shape: OutputShape.Vector } low && low.Numbers!.Count == numbers.Numbers.Count)
        {
            return (FigureKind.Bars, [Limits("bars", terms, values, (low.Numbers.Take(rows), all["conf_high"].Numbers!.Take(rows)), numbers.Name)]);
        }

        double[] errors = all.GetValueOrDefault("std_error") is { Shape: OutputShape.Vector } error ? [.. error.Numbers!.Take(rows)] : [.. Enumerable.Repeat(double.NaN, rows)];
        return (FigureKind.Bars, [Intervals("bars", terms, values, errors, numbers.Name)]);
    }

    private static MeasureOutput? NumbersToShow(MeasureOutput[] vectors)
    {
        string[] preferred = ["estimate", "local", "smoothed", "eci", "region_value", "krugman", "gini", "hoover", "weight", "count", "distance", "diversity"];
        return preferred.Select(name => vectors.FirstOrDefault(output => output.Name == name && output.Numbers is not null))
            .FirstOrDefault(output => output is not null) ?? vectors.Skip(1).FirstOrDefault(output => output.Numbers is not null);
    }

    private static string LabelOf(MeasureOutput? labels, int row) =>
        labels?.Texts?[row] ?? Text(labels?.Numbers?[row] ?? row + 1);

    private static (FigureKind, Table[])? Against(Dictionary<string, MeasureOutput> all) =>
        all.TryGetValue("expectation", out MeasureOutput? expected) && all.TryGetValue("estimate", out MeasureOutput? estimate)
            && (all.GetValueOrDefault("variance")?.Numbers![0] is { } variance ? Math.Sqrt(variance) : all.GetValueOrDefault("sd")?.Numbers![0]) is { } sd
            ? (FigureKind.DotPlot, [Intervals(
                "dots", ["observed", "expected, ± 1.96 sd"], [estimate.Numbers![0], expected.Numbers![0]], [double.NaN, sd], "Statistic")])
            : null;

    private static (FigureKind, Table[]) Scalars(Dictionary<string, MeasureOutput> all)
    {
        // Beside counts and test statistics an estimate with its limits would be a speck.
        if (Scalar("estimate") is { } estimate && Scalar("conf_low") is { } low && Scalar("conf_high") is { } high && double.IsFinite(low))
        {
            return (FigureKind.Bars, [Limits("bars", ["estimate"], [estimate], ([low], [high]), "Value")]);
        }

        if (Scalar("estimate") is { } alone && Scalar("std_error") is { } error)
        {
            return (FigureKind.Bars, [Intervals("bars", ["estimate"], [alone], [error], "Value")]);
        }

        MeasureOutput[] scalars = [.. all.Values.Where(output => output.Numbers?.Count == 1).Take(Most)];
        return (FigureKind.Bars, [Intervals(
            "bars", scalars.Select(output => output.Name), [.. scalars.Select(output => output.Numbers![0])],
            [.. scalars.Select(_ => double.NaN)], "Value")]);

        double? Scalar(string name) => all.GetValueOrDefault(name) is { Numbers: [double value] } ? value : null;
    }

    private static Table Intervals(string name, IEnumerable<string> terms, double[] values, double[] errors, string label) => Limits(
        name, terms, values,
        (values.Zip(errors, (value, error) => value - (NormalQuantiles.TwoSided95 * error)), values.Zip(errors, (value, error) => value + (NormalQuantiles.TwoSided95 * error))), label);

    private static Table Limits(
        string name, IEnumerable<string> terms, double[] values, (IEnumerable<double> Low, IEnumerable<double> High) limits, string label) => Table.Of(
        name, Column.Of("term", terms), Column.Of("estimate", values, label),
        Column.Of("conf_low", limits.Low),
        Column.Of("conf_high", limits.High),
        Column.Of("group", values.Select(_ => "")));

    private static string Short(double value) => double.IsNaN(value) ? "–" : value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
