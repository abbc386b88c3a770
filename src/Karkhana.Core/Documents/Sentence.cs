namespace Karkhana.Core.Documents;

/// <summary>A whole sentence by its key in the resource files, with the values that fill its places.</summary>
/// <remarks>Sentences are never glued from pieces, for other languages order them differently.</remarks>
/// <param name="Key">The key: <c>agglomeration.clustered</c>.</param>
/// <param name="Arguments">The values by place name: numbers, texts from data, other sentences' keys.</param>
public sealed record Sentence(string Key, IReadOnlyDictionary<string, object?> Arguments)
{
    /// <summary>Makes a sentence.</summary>
    /// <param name="key">The key.</param>
    /// <param name="arguments">Place names with values.</param>
    /// <returns>The sentence.</returns>
    public static Sentence Of(string key, params (string Name, object? Value)[] arguments) =>
        new(key, arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal));
}
