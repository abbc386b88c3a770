namespace Karkhana.Tests;

/// <summary>Compares numbers by their bits, or within a relative distance; NaN equals NaN.</summary>
internal static class Bits
{
    public static bool Same(IReadOnlyList<double> left, IReadOnlyList<double> right) =>
        left.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(right.Select(BitConverter.DoubleToInt64Bits));

    public static bool Close(IReadOnlyList<double> left, IReadOnlyList<double> right, double relative) =>
        left.Count == right.Count && left.Zip(right).All(pair => Close(pair.First, pair.Second, relative));

    private static bool Close(double left, double right, double relative) =>
        left.Equals(right) || Math.Abs(left - right) <= relative * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)));
}
