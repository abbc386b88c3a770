using Karkhana.Core.Randomness;
using Karkhana.Data.Studies;

namespace Karkhana.Tests;

/// <summary>Registers of firms on a plane, in metres.</summary>
internal static class SampleRegisters
{
    public static FirmRegister Of(double[] x, double[] y, string[] industries, double[]? employment = null) => new()
    {
        Ids = [.. x.Select((_, firm) => $"F{firm}")],
        Longitudes = [.. x.Select(_ => 72.0)],
        Latitudes = [.. x.Select(_ => 31.0)],
        X = x,
        Y = y,
        Projection = "test plane",
        Industries = industries,
        Employment = employment ?? [],
    };

    /// <summary>An even spread over 10 km × 10 km in which industries come by turns.</summary>
    public static FirmRegister Random(int firms, string[] industries, int replicate)
    {
        RandomStream stream = new(77, RandomPurpose.Example, replicate);
        (double X, double Y)[] places = [.. Enumerable.Range(0, firms).Select(_ => (10_000 * stream.NextDouble(), 10_000 * stream.NextDouble()))];
        return Of(
            [.. places.Select(place => place.X)], [.. places.Select(place => place.Y)],
            [.. Enumerable.Range(0, firms).Select(firm => industries[firm % industries.Length])]);
    }
}
