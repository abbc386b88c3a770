namespace Karkhana.Methods.Spatial;

/// <summary>Equal square cells over a set of places, row after row.</summary>
internal sealed class CellLayout
{
    private const int CellsPerReach = 4;

    private readonly double _originX;
    private readonly double _originY;
    private readonly double _side;

    public CellLayout(double[] x, double[] y, int count, double reach)
    {
        double width = 0;
        double height = 0;
        if (count > 0)
        {
            (_originX, _originY) = (x.AsSpan(0, count).ToArray().Min(), y.AsSpan(0, count).ToArray().Min());
            (width, height) = (x.AsSpan(0, count).ToArray().Max() - _originX, y.AsSpan(0, count).ToArray().Max() - _originY);
        }

        // Never many more cells than places, also when all lie on a line.
        double longer = Math.Max(width, height);
        double side = Math.Max(reach / CellsPerReach, Math.Max(Math.Sqrt(width) * Math.Sqrt(height / Math.Max(1, count)), longer / Math.Max(1, count)));
        _side = side > 0 ? side : 1;
        Columns = 1 + (int)(width / _side);
        Rows = 1 + (int)(height / _side);
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Gets how far a search must look beyond its reach so that rounding hides nothing.</summary>
    public double Margin => 1e-9 * _side;

    public int Column(double x) => (int)Math.Clamp((x - _originX) / _side, 0, Columns - 1);

    public int Row(double y) => (int)Math.Clamp((y - _originY) / _side, 0, Rows - 1);

    /// <summary>Gives half the width that a disc can have in a row.</summary>
    public double HalfWidth(int row, double y, double reach)
    {
        double low = (row * _side) - (y - _originY);
        double gap = Math.Max(0, Math.Max(low, -low - _side) - Margin);
        return Math.Sqrt(Math.Max(0, (reach * reach) - (gap * gap))) + Margin;
    }
}
