[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Enteraxis.Studies.Tests")]
