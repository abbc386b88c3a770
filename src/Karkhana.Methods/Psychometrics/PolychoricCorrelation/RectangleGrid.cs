namespace Karkhana.Methods.Psychometrics;

/// <summary>The rectangles that thresholds cut from the bivariate normal plane, and how they change with ρ = sin
/// θ.</summary>
/// <remarks>Every inner corner is computed once and shared by its four rectangles. With e the exponent of the density:
/// ∂Φ₂/∂θ = exp(e)/2π and ∂²Φ₂/∂θ² = (hk + 2e sin θ)/cos θ times that.</remarks>
internal sealed class RectangleGrid
{
    private readonly double[] _departures;
    private readonly double[] _slopes;
    private readonly double[] _curvatures;
    private readonly double[] _rowShares;
    private readonly double[] _columnShares;
    private readonly int _width;

    public RectangleGrid(double[] rowCuts, double[] columnCuts)
    {
        (RowCuts, ColumnCuts) = (rowCuts, columnCuts);
        (_rowShares, _columnShares) = (Shares(rowCuts), Shares(columnCuts));
        _width = columnCuts.Length;
        _departures = new double[rowCuts.Length * _width];
        _slopes = new double[rowCuts.Length * _width];
        _curvatures = new double[rowCuts.Length * _width];
    }

    /// <summary>Gets the thresholds of the rows between −∞ and ∞.</summary>
    public double[] RowCuts { get; }

    /// <summary>Gets the thresholds of the columns between −∞ and ∞.</summary>
    public double[] ColumnCuts { get; }

    public NormalAngle Angle { get; private set; } = NormalAngle.OfTheta(0);

    /// <summary>Moves to another correlation.</summary>
    public void Turn(double theta)
    {
        Angle = NormalAngle.OfTheta(theta);
        for (int i = 1; i < RowCuts.Length - 1; i++)
        {
            for (int j = 1; j < ColumnCuts.Length - 1; j++)
            {
                int corner = (i * _width) + j;
                double exponent = BivariateNormal.Exponent(RowCuts[i], ColumnCuts[j], Angle);
                _departures[corner] = BivariateNormal.Departure(RowCuts[i], ColumnCuts[j], Angle);
                _slopes[corner] = Math.Exp(exponent) / (2 * Math.PI);
                _curvatures[corner] =
                    _slopes[corner] * ((RowCuts[i] * ColumnCuts[j]) + (2 * exponent * Angle.Sin)) / Angle.Cos;
            }
        }
    }

    /// <summary>Gives the probability of a rectangle.</summary>
    public double Probability(int row, int column) => Difference(_departures, row, column) + (BivariateNormal.IsNearlyPerfect(Angle)
        ? BivariateNormal.AtPerfect(RowCuts[row], RowCuts[row + 1], ColumnCuts[column], ColumnCuts[column + 1], Angle)
        : _rowShares[row] * _columnShares[column]);

    /// <summary>Gives its first derivative by θ.</summary>
    public double Slope(int row, int column) => Difference(_slopes, row, column);

    /// <summary>Gives its second derivative by θ.</summary>
    public double Curvature(int row, int column) => Difference(_curvatures, row, column);

    /// <summary>Gives ∂Φ₂/∂θ at a corner; 0 at infinity.</summary>
    public double CornerSlope(int i, int j) => _slopes[(i * _width) + j];

    /// <summary>Gives ∂²Φ₂/∂θ² at a corner; 0 at infinity.</summary>
    public double CornerCurvature(int i, int j) => _curvatures[(i * _width) + j];

    private static double[] Shares(double[] cuts) =>
        [.. Enumerable.Range(1, cuts.Length - 1).Select(i => BivariateNormal.Interval(cuts[i - 1], cuts[i]))];

    private double Difference(double[] corners, int row, int column)
    {
        int corner = (row * _width) + column;
        return corners[corner + _width + 1] - corners[corner + 1] - corners[corner + _width] + corners[corner];
    }
}
