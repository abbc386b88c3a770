namespace Karkhana.Scenarios;

/// <summary>The classes of size by which firms are told, as the outcomes of the simulation name them.</summary>
internal static class SizeClass
{
    private static readonly (string Name, double Most)[] Classes =
        [("1-9", 9.5), ("10-49", 49.5), ("50-249", 249.5), ("250+", double.PositiveInfinity)];

    public static string Of(double workers) => Classes.First(one => workers < one.Most).Name;
}
