namespace Karkhana.Capability;

/// <summary>Whether two constructs can be told apart by their items.</summary>
/// <param name="First">The first construct.</param>
/// <param name="Second">The second construct.</param>
/// <param name="Ratio">The heterotrait-monotrait ratio; NaN when it is not defined.</param>
/// <param name="ConfLow">Its lower limit.</param>
/// <param name="ConfHigh">Its upper limit.</param>
/// <param name="Firms">The fewest firms that any of its correlations rests on.</param>
/// <param name="Distinction">What follows.</param>
public sealed record ConstructPair(
    string First, string Second, double Ratio, double ConfLow, double ConfHigh, int Firms, ConstructDistinction Distinction);
