using MathNet.Numerics.Integration;

namespace Karkhana.Methods;

/// <summary>A correlation ρ as the angle θ with sin θ = ρ, which keeps 1 − ρ² = cos²θ exact near ±1.</summary>
internal sealed class NormalAngle
{
    private static readonly GaussLegendreRule Rule = new(0, 1, 20);

    private (double Sin, double InverseSquare)[]? _path;

    private NormalAngle(double theta, double sin, double cos) => (Theta, Sin, Cos) = (theta, sin, cos);

    /// <summary>Gets the nodes of the integration rule on [0, 1].</summary>
    public static double[] Nodes { get; } = [.. Rule.Abscissas];

    /// <summary>Gets their weights, which add to 1.</summary>
    public static double[] Weights { get; } = [.. Rule.Weights];

    public double Theta { get; }

    public double Sin { get; }

    public double Cos { get; }

    /// <summary>Gets sin t and 1/cos²t at the nodes between 0 and θ; the same for every corner of a grid.</summary>
    public (double Sin, double InverseSquare)[] Path => _path ??= [.. Nodes.Select(node =>
    {
        (double sin, double cos) = Math.SinCos(Theta * node);
        return (sin, 1 / (cos * cos));
    })];

    public static NormalAngle OfCorrelation(double correlation) =>
        new(Math.Asin(correlation), correlation, Math.Sqrt((1 - correlation) * (1 + correlation)));

    public static NormalAngle OfTheta(double theta) => new(
        theta, Math.Sin(theta), Math.Sin((Math.PI / 2) - Math.Abs(theta)));
}
