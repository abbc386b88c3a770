namespace Karkhana.Policy;

/// <summary>What a JSON text has that its schema does not allow.</summary>
/// <param name="Path">Where: <c>$.policies[1].dose.K</c>.</param>
/// <param name="Code">The kind of fault in kebab-case.</param>
/// <param name="Expected">What the schema asks for.</param>
/// <param name="Found">What came, shortened.</param>
internal sealed record SchemaFault(string Path, string Code, string Expected, string Found);
