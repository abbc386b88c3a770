namespace Karkhana.Methods.Experiments;

/// <summary>A box of inputs: limits for numbers, categories that are left for categories.</summary>
/// <param name="Low">The lower limits, included; −∞ where there is none.</param>
/// <param name="High">The upper limits, included; ∞ where there is none.</param>
/// <param name="Dropped">The categories that are left out, by input; none for numbers.</param>
internal sealed record CaseBox(double[] Low, double[] High, bool[][] Dropped)
{
    /// <summary>Gives the box that holds everything.</summary>
    public static CaseBox Whole(CaseColumn[] columns) => new(
        [.. columns.Select(_ => double.NegativeInfinity)],
        [.. columns.Select(_ => double.PositiveInfinity)],
        [.. columns.Select(column => new bool[column.Categories.Length])]);

    public CaseBox WithLow(int input, double limit) => this with { Low = [.. Low.Select((own, i) => i == input ? limit : own)] };

    public CaseBox WithHigh(int input, double limit) => this with { High = [.. High.Select((own, i) => i == input ? limit : own)] };

    public CaseBox WithCategory(int input, int category, bool dropped) => this with
    {
        Dropped = [.. Dropped.Select((own, i) => i == input ? own.Select((value, c) => c == category ? dropped : value).ToArray() : own)],
    };

    public bool RestrictsLow(int input) => !double.IsNegativeInfinity(Low[input]);

    public bool RestrictsHigh(int input) => !double.IsPositiveInfinity(High[input]);

    public bool Restricts(int input) => RestrictsLow(input) || RestrictsHigh(input) || Dropped[input].Contains(true);

    public int Restricted() => Enumerable.Range(0, Low.Length).Count(Restricts);

    /// <summary>Says whether one input of a case lies within the box.</summary>
    public bool Holds(int input, double value) =>
        value >= Low[input] && value <= High[input] && (Dropped[input].Length == 0 || !Dropped[input][(int)value]);

    /// <summary>Says whether all inputs of a case lie within the box, but for one that is not looked at.</summary>
    public bool Holds(CaseColumn[] columns, int row, int except = -1)
    {
        for (int input = 0; input < columns.Length; input++)
        {
            if (input != except && !Holds(input, columns[input].Values[row]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Counts the cases in the box, and those of interest among them.</summary>
    public (int Mass, int Hits) Count(CaseColumn[] columns, bool[] interesting, int except = -1)
    {
        (int mass, int hits) = (0, 0);
        for (int row = 0; row < interesting.Length; row++)
        {
            if (Holds(columns, row, except))
            {
                mass++;
                hits += interesting[row] ? 1 : 0;
            }
        }

        return (mass, hits);
    }
}
