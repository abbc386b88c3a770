using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Scores from 0 to 1 on axes that go out from one point, the first upwards and the others with the clock.</summary>
internal sealed class RadarTable
{
    /// <summary>The shares of full marks at which rings are drawn.</summary>
    public static readonly double[] Rings = [0.25, 0.5, 0.75, 1];

    private readonly FigureTable _table;

    private RadarTable(FigureTable table)
    {
        _table = table;
        Axes = table.Levels("term");
        Groups = table.Levels("group");
    }

    public string[] Axes { get; }

    public string[] Groups { get; }

    public static RadarTable Of(FigureBlock figure) => new(FigureTable.Of(figure, "axes"));

    /// <summary>Gives the place of a share on an axis, from a centre at 0, 0 with upwards above 0.</summary>
    public (double X, double Y) At(int axis, double share)
    {
        double angle = 2 * Math.PI * axis / Axes.Length;
        return (share * Math.Sin(angle), share * Math.Cos(angle));
    }

    /// <summary>Gives the corners of a ring, the first again at the end.</summary>
    public (double X, double Y)[] Ring(double share) => [.. Enumerable.Range(0, Axes.Length + 1).Select(axis => At(axis % Axes.Length, share))];

    /// <summary>Gives the corners of a group, the first again at the end; an axis without a score is a corner at 0.</summary>
    public (double X, double Y)[] Corners(string group)
    {
        double[] scores = Scores(group);
        return [.. Enumerable.Range(0, Axes.Length + 1).Select(axis => At(axis % Axes.Length, double.IsFinite(scores[axis % Axes.Length]) ? scores[axis % Axes.Length] : 0))];
    }

    /// <summary>Gives the scores of a group by axis, NaN where there is none, held within 0 and 1.</summary>
    public double[] Scores(string group)
    {
        (string[] terms, string[] groups, double[] scores) = (_table.Texts("term"), _table.Texts("group"), _table.Numbers("estimate"));
        return [.. Axes.Select(axis =>
        {
            int row = Enumerable.Range(0, _table.Count).FirstOrDefault(i => terms[i] == axis && groups[i] == group, -1);
            return row < 0 ? double.NaN : Math.Clamp(scores[row], 0, 1);
        })];
    }

    /// <summary>Gives the title of a column.</summary>
    public string Title(string column) => _table.Title(column);

    /// <summary>Names an axis; with its score when there is one group.</summary>
    public string Label(int axis)
    {
        if (Groups.Length != 1)
        {
            return Axes[axis];
        }

        double score = Scores(Groups[0])[axis];
        return $"{Axes[axis]}: {(double.IsFinite(score) ? NumberText.Decimals(score, 2, "") : "–")}";
    }
}
