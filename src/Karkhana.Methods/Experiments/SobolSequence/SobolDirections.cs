using System.Globalization;

namespace Karkhana.Methods.Experiments;

/// <summary>The direction numbers of the Sobol sequence, 32 bits each.</summary>
/// <remarks>
/// With m_1 … m_s of the table, polynomial degree s and inner coefficients a_1 … a_(s−1): v_j = m_j 2^(32 − j), and for j &gt; s
/// v_j = v_(j−s) ⊕ (v_(j−s) ≫ s) ⊕ the v_(j−i) with a_i = 1. The first dimension has all m_j = 1.
/// Source: Joe and Kuo 2008, doi:10.1137/070709359, section 2.
/// </remarks>
internal static class SobolDirections
{
    public const int Bits = 32;
    public const int MostDimensions = 1024;

    private static readonly Lazy<string[]> Lines = new(Read);

    /// <summary>Gives the direction numbers, those of one bit for all dimensions side by side.</summary>
    public static uint[] Of(int dimensions)
    {
        uint[] directions = new uint[Bits * dimensions];
        for (int bit = 0; bit < Bits; bit++)
        {
            directions[bit * dimensions] = 1u << (Bits - 1 - bit);
        }

        for (int dimension = 1; dimension < dimensions; dimension++)
        {
            uint[] own = OfLine(Lines.Value[dimension - 1]);
            for (int bit = 0; bit < Bits; bit++)
            {
                directions[(bit * dimensions) + dimension] = own[bit];
            }
        }

        return directions;
    }

    /// <summary>Gives the numbers of a line of the table: dimension, degree, coefficients, m_1 to m_s.</summary>
    internal static uint[] Published(int dimension) =>
        [.. Lines.Value[dimension - 2].Split(' ').Select(number => uint.Parse(number, CultureInfo.InvariantCulture))];

    private static uint[] OfLine(string line)
    {
        uint[] numbers = [.. line.Split(' ').Select(number => uint.Parse(number, CultureInfo.InvariantCulture))];
        (int degree, uint coefficients) = ((int)numbers[1], numbers[2]);
        uint[] directions = new uint[Bits];
        for (int bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = numbers[3 + bit] << (Bits - 1 - bit);
                continue;
            }

            uint direction = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (int term = 1; term < degree; term++)
            {
                direction ^= ((coefficients >> (degree - 1 - term)) & 1) * directions[bit - term];
            }

            directions[bit] = direction;
        }

        return directions;
    }

    private static string[] Read()
    {
        using StreamReader reader = new(typeof(SobolDirections).Assembly.GetManifestResourceStream("joe-kuo-directions.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
