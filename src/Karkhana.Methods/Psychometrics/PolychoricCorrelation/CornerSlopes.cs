using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Derivatives of Φ₂ at the corners by the thresholds; 0 where a threshold is infinite.</summary>
internal sealed class CornerSlopes(RectangleGrid grid)
{
    public RectangleGrid Grid => grid;

    public double ByRow(int i, int j) => Slope(grid.RowCuts[i], grid.ColumnCuts[j]);

    public double ByColumn(int i, int j) => Slope(grid.ColumnCuts[j], grid.RowCuts[i]);

    public double ByRowTwice(int i, int j) => (-grid.RowCuts[i] * ByRow(i, j)) - (grid.Angle.Sin * Density(i, j));

    public double ByColumnTwice(int i, int j) => (-grid.ColumnCuts[j] * ByColumn(i, j)) - (grid.Angle.Sin * Density(i, j));

    public double ByRowAndTheta(int i, int j) => Turned(grid.RowCuts[i], grid.ColumnCuts[j], grid.CornerSlope(i, j));

    public double ByColumnAndTheta(int i, int j) => Turned(grid.ColumnCuts[j], grid.RowCuts[i], grid.CornerSlope(i, j));

    public double Density(int i, int j) => grid.CornerSlope(i, j) / grid.Angle.Cos;

    private double Turned(double own, double other, double slope) => slope == 0
        ? 0
        : -(own - (grid.Angle.Sin * other)) / (grid.Angle.Cos * grid.Angle.Cos) * slope;

    private double Slope(double own, double other) => double.IsInfinity(own)
        ? 0
        : Normal.PDF(0, 1, own) * BivariateNormal.Interval(double.NegativeInfinity, (other - (grid.Angle.Sin * own)) / grid.Angle.Cos);
}
