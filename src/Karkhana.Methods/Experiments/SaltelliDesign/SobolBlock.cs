namespace Karkhana.Methods.Experiments;

/// <summary>The blocks of runs behind Sobol indices: A, A with one input from B, B with one input from A, and B.</summary>
internal static class SobolBlock
{
    public static int RowsPerPoint(int inputs, bool secondOrder) => ((secondOrder ? 2 : 1) * inputs) + 2;

    /// <summary>Gives the name of the block at a place among the rows of one base point.</summary>
    public static string NameOf(int place, int inputs, bool secondOrder)
    {
        if (place == 0)
        {
            return "A";
        }

        if (place == RowsPerPoint(inputs, secondOrder) - 1)
        {
            return "B";
        }

        return place <= inputs ? FormattableString.Invariant($"AB{place}") : FormattableString.Invariant($"BA{place - inputs}");
    }
}
