namespace Karkhana.Methods.Econometrics;

/// <summary>One grouping of a mixed model with all terms that differ between its groups.</summary>
/// <param name="Name">The column.</param>
/// <param name="Levels">The groups in ordinal order.</param>
/// <param name="Positions">The group of each used row.</param>
/// <param name="Columns">The terms by used row, divided by their root mean square and times the root of the
/// weight.</param>
/// <param name="Scales">The root mean squares.</param>
/// <param name="Blocks">The entries of the model that belong to this grouping.</param>
internal sealed record GroupingFactor(
    string Name, string[] Levels, int[] Positions, double[][] Columns, double[] Scales, RandomBlock[] Blocks)
{
    public int Width => Columns.Length;

    /// <summary>Gets the number of coefficients that differ between groups, over all groups.</summary>
    public int Size => Levels.Length * Width;

    /// <summary>Gives the lower triangular factor Λ of the covariance of one group's terms over σ².</summary>
    public DualMatrix Factor(ReadOnlySpan<Dual> parameters)
    {
        DualMatrix factor = new(Width, Width);
        foreach (RandomBlock block in Blocks)
        {
            int next = block.FirstParameter;
            for (int row = 0; row < block.Terms.Count; row++)
            {
                for (int column = 0; column <= row; column++)
                {
                    factor[block.FirstColumn + row, block.FirstColumn + column] = parameters[next++];
                }
            }
        }

        return factor;
    }
}
