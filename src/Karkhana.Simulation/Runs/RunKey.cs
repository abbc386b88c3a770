using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Karkhana.Simulation;

/// <summary>What kept runs are found by: a digest of everything that they depend on.</summary>
internal static class RunKey
{
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Of(string what, params object[] parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (object part in parts)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(part, part.GetType(), Json));
            hash.AppendData([0]);
        }

        return $"{what} {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
