namespace Karkhana.Methods.Psychometrics;

/// <summary>The derivatives of ln P by the free parameters at all nodes, cell by cell; those that are 0 everywhere are left
/// out.</summary>
internal sealed class CurveScores
{
    private readonly int _stride;
    private readonly double[] _values;

    private CurveScores(int[] starts, int[] indices, int stride)
    {
        Starts = starts;
        Indices = indices;
        _stride = stride;
        _values = new double[indices.Length * stride];
    }

    /// <summary>Gets where the rows of each cell begin, and at last where they end.</summary>
    public int[] Starts { get; }

    /// <summary>Gets the parameter of each row.</summary>
    public int[] Indices { get; }

    /// <summary>Tabulates the derivatives.</summary>
    public static CurveScores Of(ParameterLayout layout, double[][] parameters, NodeGrid grid)
    {
        (int[] starts, int[] indices, int[] locals) = Rows(layout);
        CurveScores scores = new(starts, indices, grid.Stride);
        for (int at = 0; at < layout.Instances.Length; at++)
        {
            ItemInstance instance = layout.Instances[at];
            CurvePoint point = CurvePoint.Of(instance.Categories, instance.Indices.Length);
            for (int q = 0; q < grid.Count; q++)
            {
                layout.Curve.Fill(grid.Nodes[q], parameters[at], point);
                for (int c = 0; c < instance.Categories; c++)
                {
                    int cell = instance.FirstCell + c;
                    for (int row = starts[cell]; row < starts[cell + 1]; row++)
                    {
                        scores._values[(row * grid.Stride) + q] = point.Scores[(c * point.Parameters) + locals[row]];
                    }
                }
            }
        }

        return scores;
    }

    /// <summary>Gives the node values of a row; padding holds 0.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * _stride, _stride);

    private static (int[] Starts, int[] Indices, int[] Locals) Rows(ParameterLayout layout)
    {
        List<int> starts = [0];
        List<int> indices = [];
        List<int> locals = [];
        foreach (ItemInstance instance in layout.Instances)
        {
            for (int c = 0; c < instance.Categories; c++)
            {
                for (int k = 0; k < instance.Indices.Length; k++)
                {
                    if (instance.Indices[k] >= 0 && layout.Curve.Touches(c, k))
                    {
                        indices.Add(instance.Indices[k]);
                        locals.Add(k);
                    }
                }

                starts.Add(indices.Count);
            }
        }

        return ([.. starts], [.. indices], [.. locals]);
    }
}
