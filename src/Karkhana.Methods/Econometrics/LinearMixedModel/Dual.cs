namespace Karkhana.Methods.Econometrics;

/// <summary>A number with its derivative in one direction; what is computed from such numbers has its exact derivative
/// too.</summary>
/// <remarks>Source: Wengert 1964, doi:10.1145/355586.364791.</remarks>
internal readonly record struct Dual(double Value, double Slope)
{
    public static implicit operator Dual(double constant) => new(constant, 0);

    public static Dual operator +(Dual left, Dual right) => new(left.Value + right.Value, left.Slope + right.Slope);

    public static Dual operator -(Dual left, Dual right) => new(left.Value - right.Value, left.Slope - right.Slope);

    public static Dual operator *(Dual left, Dual right) =>
        new(left.Value * right.Value, (left.Value * right.Slope) + (left.Slope * right.Value));

    public static Dual operator *(double constant, Dual right) => new(constant * right.Value, constant * right.Slope);

    public static Dual operator /(Dual left, Dual right)
    {
        double ratio = left.Value / right.Value;
        return new(ratio, (left.Slope - (ratio * right.Slope)) / right.Value);
    }

    public static Dual Sqrt(Dual number)
    {
        double root = Math.Sqrt(number.Value);
        return new(root, number.Slope / (2 * root));
    }

    public static Dual Log(Dual number) => new(Math.Log(number.Value), number.Slope / number.Value);
}
