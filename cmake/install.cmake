# Where an installation puts things (`cmake --install`), and the Debian package (`cpack` in the build folder).
include(GNUInstallDirs)

# The unit names the program where this installation puts it, which is known only now: the package has another prefix than the build.
install(CODE "
  set(bindir \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
  set(docdir \"\${CMAKE_INSTALL_PREFIX}/share/doc/guong\")
  configure_file(${CMAKE_SOURCE_DIR}/deploy/guong.service.in ${CMAKE_BINARY_DIR}/deploy/guong.service @ONLY)")
install(TARGETS guong RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_BINARY_DIR}/deploy/guong.service DESTINATION lib/systemd/system)
install(FILES deploy/guong.toml DESTINATION /etc/guong)
install(FILES deploy/Caddyfile deploy/nginx.conf DESTINATION share/doc/guong/examples)
install(FILES README.md CHANGELOG.md SECURITY.md DESTINATION share/doc/guong)
install(FILES docs/operator.md docs/ledger.md docs/rule-book.md DESTINATION share/doc/guong)
install(FILES deploy/debian/copyright DESTINATION share/doc/guong)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME guong)
set(CPACK_PACKAGE_VENDOR "Gương")
set(CPACK_PACKAGE_CONTACT "Gương maintainers <guong@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the program runs as a child, and the fonts of its PDFs.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, ffmpeg, fonts-croscore, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "caddy | nginx")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Gương runs writing and reportage contests: entrants write and upload, judges score
 anonymous works, organisers settle and publish results that anyone can recompute.
 One program with its database inside, its pages in Vietnamese and English.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_SOURCE_DIR}/deploy/debian/conffiles ${CMAKE_SOURCE_DIR}/deploy/debian/postinst
    ${CMAKE_SOURCE_DIR}/deploy/debian/prerm ${CMAKE_SOURCE_DIR}/deploy/debian/postrm)
include(CPack)
