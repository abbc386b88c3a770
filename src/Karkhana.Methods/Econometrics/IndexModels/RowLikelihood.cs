namespace Karkhana.Methods.Econometrics;

/// <summary>The log-likelihood of a row with its derivatives by the index and by the shape parameter.</summary>
/// <param name="Value">The log-likelihood.</param>
/// <param name="Slope">By the index.</param>
/// <param name="Curvature">Minus the second by the index.</param>
/// <param name="ShapeSlope">By the shape.</param>
/// <param name="ShapeCurvature">Minus the second by the shape.</param>
/// <param name="CrossCurvature">Minus the second by both.</param>
internal readonly record struct RowLikelihood(
    double Value, double Slope, double Curvature, double ShapeSlope = 0, double ShapeCurvature = 0, double CrossCurvature = 0);
