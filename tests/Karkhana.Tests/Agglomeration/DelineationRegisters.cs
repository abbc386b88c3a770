using Karkhana.Core.Randomness;
using Karkhana.Data.Studies;

namespace Karkhana.Tests.Agglomeration;

/// <summary>Registers with planted clusters of forges among other trades, in metres.</summary>
internal static class DelineationRegisters
{
    /// <summary>Places 40 and 20 forges in two towns 30 km apart, 20 others alone, and 300 establishments everywhere.</summary>
    public static FirmRegister TwoTowns { get; } = Make(planted: true);

    /// <summary>Places as many forges anywhere among the others.</summary>
    public static FirmRegister Scattered { get; } = Make(planted: false);

    public static int[] Forges(FirmRegister firms) =>
        [.. Enumerable.Range(0, firms.Count).Where(firm => firms.Industries[firm] == "forge")];

    public static FirmRegister On(params (double X, double Y)[] places) => SampleRegisters.Of(
        [.. places.Select(place => place.X)], [.. places.Select(place => place.Y)], [.. places.Select(_ => "forge")]);

    private static FirmRegister Make(bool planted)
    {
        RandomStream stream = new(7, RandomPurpose.Example, planted ? 1 : 2);
        (double X, double Y, string Industry, string Place)[] rows =
        [
            .. Enumerable.Range(0, 40).Select(_ => planted ? Near(stream, 10_000, 10_000, "Daska") : Anywhere(stream, "forge")),
            .. Enumerable.Range(0, 20).Select(_ => planted ? Near(stream, 40_000, 10_000, "Sialkot") : Anywhere(stream, "forge")),
            .. Enumerable.Range(0, 20).Select(_ => Anywhere(stream, "forge")),
            .. Enumerable.Range(0, 300).Select(i => Anywhere(stream, i % 2 == 0 ? "bakery" : "tailor")),
        ];
        return SampleRegisters.Of(
            [.. rows.Select(row => row.X)], [.. rows.Select(row => row.Y)], [.. rows.Select(row => row.Industry)],
            [.. rows.Select((_, i) => i == 3 ? double.NaN : 1.0 + (i % 7))]) with
        {
            Places = [.. rows.Select(row => row.Place)],
        };
    }

    private static (double X, double Y, string Industry, string Place) Near(RandomStream stream, double x, double y, string place) =>
        (x + (500 * stream.NextGaussian()), y + (500 * stream.NextGaussian()), "forge", place);

    private static (double X, double Y, string Industry, string Place) Anywhere(RandomStream stream, string industry) =>
        (50_000 * stream.NextDouble(), 20_000 * stream.NextDouble(), industry, "elsewhere");
}
