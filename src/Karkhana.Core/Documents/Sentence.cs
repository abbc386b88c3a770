namespace Karkhana.Core.Documents;

/// <summary>A whole sentence by its key in the resource files, with the values that fill its places.</summary>
/// <remarks>Sentences are never glued from pieces, for other languages order them differently.</remarks>
/// <param name="Key">The key: <c>agglomeration.clustered</c>.</param>
/// <param name="Arguments">The values by place name: numbers and texts from data.</param>
/// <param name="Claim">The id of the claim that the sentence makes, which the claims gate must allow; null when it
/// claims nothing.</param>
public sealed record Sentence(string Key, IReadOnlyDictionary<string, object?> Arguments, string? Claim = null)
{
    /// <summary>Makes a sentence.</summary>
    /// <param name="key">The key.</param>
    /// <param name="arguments">Place names with values.</param>
    /// <returns>The sentence.</returns>
    public static Sentence Of(string key, params (string Name, object? Value)[] arguments) =>
        new(key, arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal));

    /// <summary>Gives the sentence with the claim that it makes, so that the claims gate can hold it back.</summary>
    /// <param name="claim">The id of the claim: <c>place-is-cluster</c>.</param>
    /// <returns>The sentence.</returns>
    public Sentence Claiming(string claim) => this with { Claim = claim };
}
