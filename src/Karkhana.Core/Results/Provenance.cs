using System.Reflection;

namespace Karkhana.Core.Results;

/// <summary>What made a result: method, options, seed, library.</summary>
/// <param name="Method">The measure id or the procedure's name.</param>
/// <param name="Options">The options as text, name = value, in declaration order.</param>
/// <param name="Source">Who described the method, with DOI.</param>
/// <param name="Seed">The seed, or null when no randomness entered.</param>
public sealed record Provenance(string Method, string Options, string Source, ulong? Seed = null)
{
    /// <summary>Gets the version of the library that computed.</summary>
    public static string LibraryVersion { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Gets the version that computed this result.</summary>
    public string Version { get; init; } = LibraryVersion;
}
