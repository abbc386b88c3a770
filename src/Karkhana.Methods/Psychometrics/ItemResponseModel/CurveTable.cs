namespace Karkhana.Methods.Psychometrics;

/// <summary>The curves of all items at all nodes: node values stand side by side, category after category.</summary>
internal sealed class CurveTable
{
    private readonly int _stride;
    private readonly double[] _logs;

    private CurveTable(int cells, int stride)
    {
        _stride = stride;
        _logs = new double[cells * stride];
    }

    /// <summary>Tabulates ln P.</summary>
    public static CurveTable Of(ParameterLayout layout, double[][] parameters, NodeGrid grid)
    {
        CurveTable table = new(layout.CellCount, grid.Stride);
        for (int at = 0; at < layout.Instances.Length; at++)
        {
            ItemInstance instance = layout.Instances[at];
            CurvePoint point = CurvePoint.Of(instance.Categories, instance.Indices.Length);
            for (int q = 0; q < grid.Count; q++)
            {
                layout.Curve.Fill(grid.Nodes[q], parameters[at], point);
                for (int c = 0; c < instance.Categories; c++)
                {
                    table._logs[((instance.FirstCell + c) * grid.Stride) + q] = point.Logs[c];
                }
            }
        }

        return table;
    }

    /// <summary>Gives ln P of a cell at the nodes; padding holds 0.</summary>
    public ReadOnlySpan<double> Logs(int cell) => _logs.AsSpan(cell * _stride, _stride);
}
